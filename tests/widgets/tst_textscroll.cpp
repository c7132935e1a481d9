#include "widgets/base/textscroll.h"

#include <QFormLayout>
#include <QLabel>
#include <QScrollBar>
#include <QTest>
#include <QVBoxLayout>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestTextScroll : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { delete m_scroll; }
    void rowsKeepTheirHeight_data();
    void rowsKeepTheirHeight();
    void growsWithItsText();

private:
    QLabel *addText(const QString &text)
    {
        auto *label = new QLabel(text, m_scroll ? m_scroll->widget() : nullptr);
        label->setWordWrap(true);
        m_labels.append(label);
        return label;
    }
    bool everythingFits() const
    {
        return std::ranges::all_of(m_labels, [](const QLabel *label) { return label->height() >= label->heightForWidth(label->width()); });
    }

    TextScroll *m_scroll = nullptr;
    QList<QLabel *> m_labels;
};

void TestTextScroll::init()
{
    m_scroll = nullptr;
    m_labels.clear();
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    auto *form = new QFormLayout;
    column->addLayout(form);
    for (int i = 0; i < 6; ++i)
        form->addRow(u"Name"_s, addText(u"a value that needs more than one line in a narrow panel"_s));
    column->addWidget(addText(u"and a note below that is quite as long, so that it breaks, too"_s));
    column->addStretch();
    m_scroll = new TextScroll(body);
}

void TestTextScroll::rowsKeepTheirHeight_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("roomy") << QSize(600, 600);
    QTest::newRow("low") << QSize(600, 60);
    QTest::newRow("narrow") << QSize(160, 600);
    QTest::newRow("low and narrow") << QSize(160, 60);
}

void TestTextScroll::rowsKeepTheirHeight()
{
    QFETCH(const QSize, size);
    m_scroll->resize(size);
    m_scroll->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_scroll));
    QTRY_VERIFY(everythingFits());
    QCOMPARE(m_scroll->horizontalScrollBar()->maximum(), 0);
    m_scroll->resize(size.width() + 80, size.height()); // fewer lines now: no room is left over
    QTRY_VERIFY(everythingFits());
    QVERIFY(m_scroll->widget()->minimumHeight() <= m_scroll->widget()->layout()->totalHeightForWidth(m_scroll->viewport()->width()));
}

void TestTextScroll::growsWithItsText()
{
    m_scroll->resize(160, 60);
    m_scroll->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_scroll));
    QTRY_VERIFY(everythingFits());
    const int before = m_scroll->widget()->height();
    m_labels.last()->setText(m_labels.last()->text().repeated(4));
    QTRY_VERIFY(m_scroll->widget()->height() > before);
    QVERIFY(everythingFits());
}

QTEST_MAIN(TestTextScroll)
#include "tst_textscroll.moc"
