#include "widgets/base/nowheel.h"

#include <QComboBox>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QSpinBox>
#include <QTest>
#include <QVBoxLayout>
#include <QWindow>

using namespace autodidact;

/// The wheel over what has no focus scrolls the panel below it and changes no value.
class NoWheelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesNoValueAndScrollsBelow_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"combo", "spin", "slider"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }

    void changesNoValueAndScrollsBelow()
    {
        QFETCH(const QString, kind);
        NoWheel filter;
        qApp->installEventFilter(&filter);
        QScrollArea area;
        auto *page = new QWidget(&area);
        auto *column = new QVBoxLayout(page);
        QWidget *editor = make(kind, page);
        column->addWidget(editor);
        auto *other = new QPushButton(page);
        column->addWidget(other);
        auto *tall = new QWidget(page);
        tall->setMinimumHeight(3000);
        column->addWidget(tall);
        area.setWidget(page);
        area.resize(300, 200);
        area.show();
        QVERIFY(QTest::qWaitForWindowExposed(&area));
        other->setFocus();
        QTRY_VERIFY(other->hasFocus());
        const int before = value(editor);
        wheel(editor);
        QCOMPARE(value(editor), before);
        QVERIFY(area.verticalScrollBar()->maximum() > 0);
        QVERIFY(area.verticalScrollBar()->value() > 0);

        area.verticalScrollBar()->setValue(0);
        editor->setFocus();
        QTRY_VERIFY(editor->hasFocus());
        wheel(editor);
        QVERIFY(value(editor) != before);
    }

private:
    static QWidget *make(const QString &kind, QWidget *parent)
    {
        if (kind == u"combo") {
            auto *box = new QComboBox(parent);
            for (int i = 0; i < 9; ++i)
                box->addItem(QString::number(i));
            box->setCurrentIndex(4);
            return box;
        }
        if (kind == u"spin") {
            auto *box = new QSpinBox(parent);
            box->setValue(40);
            return box;
        }
        auto *slider = new QSlider(Qt::Horizontal, parent);
        slider->setValue(40);
        slider->setFocusPolicy(Qt::StrongFocus);
        return slider;
    }

    static int value(QWidget *editor)
    {
        if (auto *box = qobject_cast<QComboBox *>(editor))
            return box->currentIndex();
        if (auto *box = qobject_cast<QSpinBox *>(editor))
            return box->value();
        return qobject_cast<QSlider *>(editor)->value();
    }

    static void wheel(QWidget *editor)
    {
        QWidget *window = editor->window();
        QTest::wheelEvent(window->windowHandle(), editor->mapTo(window, QPointF(editor->rect().center())), QPoint(0, -120));
    }
};

QTEST_MAIN(NoWheelTest)
#include "tst_nowheel.moc"
