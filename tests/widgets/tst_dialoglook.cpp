#include "core/storage/suitestore.h"
#include "tests/support/looks.h"
#include "tests/support/panelstage.h"
#include "widgets/dialogs/closequestion.h"
#include "widgets/dialogs/connectdialog.h"
#include "widgets/dialogs/newrundialog.h"
#include "widgets/dialogs/openrundialog.h"
#include "widgets/shell/appearance.h"
#include "widgets/versions/rollbackdialog.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTreeView>

using namespace autodidact;
using namespace Qt::StringLiterals;

/// Every dialog, with real data and with wrong input, in both languages, themes and at two text sizes: no word is
/// cut, and the dialog fits on a projector. Keeps pictures for people where AUTODIDACT_SHOTS names a folder.
class TestDialogLook : public QObject
{
    Q_OBJECT

private:
    static QString cut(const QWidget &dialog)
    {
        for (const QLabel *label : dialog.findChildren<QLabel *>()) {
            const bool fits = label->wordWrap() ? label->heightForWidth(label->width()) <= label->height() : label->sizeHint().width() <= label->width();
            if (label->isVisible() && !label->text().isEmpty() && !fits)
                return u"label %1: %2"_s.arg(label->objectName(), label->text());
        }
        for (const QPushButton *button : dialog.findChildren<QPushButton *>()) {
            if (button->isVisible() && button->sizeHint().width() > button->width())
                return u"button %1: %2"_s.arg(button->objectName(), button->text());
        }
        return {};
    }

    void look(QWidget &dialog, const QString &name)
    {
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QCoreApplication::processEvents();
        PanelStage::shoot(dialog, u"%1-%2"_s.arg(name, QString::fromLatin1(QTest::currentDataTag())));
        QVERIFY2(cut(dialog).isEmpty(), qPrintable(name + u": "_s + cut(dialog)));
        QVERIFY2(dialog.height() <= 680 && dialog.width() <= 1200, qPrintable(u"%1: %2 x %3"_s.arg(name).arg(dialog.width()).arg(dialog.height())));
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void dialogs_data() { addLooks(); }

    void dialogs()
    {
        QFETCH(const QString, language);
        QFETCH(const bool, dark);
        QFETCH(const int, size);
        QSettings settings(m_folder.filePath(QString::fromLatin1(QTest::currentDataTag())), QSettings::IniFormat);
        Appearance appearance(settings);
        appearance.setLanguage(language);
        appearance.setTheme(dark ? ThemeChoice::Dark : ThemeChoice::Light);
        appearance.setTextSize(size);
        PanelStage stage;

        CloseQuestion close(nullptr);
        close.setAttribute(Qt::WA_DeleteOnClose, false);
        look(close, u"close"_s);
        lookAtConnect(settings);
        lookAtNewRun(stage, settings);
        OpenRunDialog open(stage.reader);
        QTRY_VERIFY(open.findChild<QTreeView *>(u"runList"_s)->model()->rowCount() > 0);
        look(open, u"open"_s);
        lookAtRollback(stage);
        appearance.resetTextSize();
    }

private:
    void lookAtConnect(QSettings &settings)
    {
        ConnectDialog connecting(settings);
        look(connecting, u"connect"_s);
        auto *address = connecting.findChild<QComboBox *>(u"serverAddress"_s);
        auto *note = connecting.findChild<QLabel *>(u"serverAddressNote"_s);
        for (const QString &wrong : {QString(), u"http://gpu:99999"_s, u"ftp://gpu"_s, u"http://"_s}) {
            address->setCurrentText(wrong);
            QVERIFY(note->isHidden());
            connecting.findChild<QPushButton *>(u"useModel"_s)->click();
            QVERIFY2(!note->isHidden(), qPrintable(wrong));
        }
        QVERIFY(!connecting.findChild<QLabel *>(u"serverModelNote"_s)->text().isEmpty());
        look(connecting, u"connect-wrong"_s);
        address->setCurrentText(u"http://127.0.0.1:9"_s);                 // nothing listens on the discard port
        connecting.findChild<QPushButton *>(u"testServer"_s)->click();
        QTRY_VERIFY(connecting.findChild<QPushButton *>(u"testServer"_s)->isEnabled());
        QVERIFY(connecting.findChild<QLabel *>(u"testOutcome"_s)->text().contains(u"127.0.0.1:9"));
        look(connecting, u"connect-unreachable"_s);
    }

    void lookAtNewRun(PanelStage &stage, QSettings &settings)
    {
        NewRunDialog fresh(stage.reader, settings);
        auto *start = fresh.findChild<QPushButton *>(u"startRun"_s);
        QTRY_VERIFY(start->isEnabled());
        look(fresh, u"newrun"_s);
        fresh.findChild<QLineEdit *>(u"seed"_s)->setText(u"seven"_s);
        fresh.findChild<QLineEdit *>(u"budget"_s)->setText(u"-5"_s);
        fresh.findChild<QLineEdit *>(u"name"_s)->setText(u"12"_s);
        fresh.findChild<QComboBox *>(u"model"_s)->setCurrentText(u"gpt"_s);
        QVERIFY(!start->isEnabled());
        for (const QString &field : {u"seedNote"_s, u"budgetNote"_s, u"nameNote"_s, u"modelRowNote"_s})
            QVERIFY2(!fresh.findChild<QLabel *>(field)->isHidden(), qPrintable(field));
        look(fresh, u"newrun-wrong"_s);

        NewRunDialog other(stage.reader, settings);
        other.takeOver(stage.demo.run().config);
        QTRY_VERIFY(other.findChild<QPushButton *>(u"startRun"_s)->isEnabled());
        look(other, u"newrun-other-model"_s);

        const QString empty = m_folder.filePath(u"empty-%1.sqlite"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
        QVERIFY(Database::open(empty, OpenMode::ReadWrite));
        Reader nothing(empty);
        NewRunDialog without(nothing, settings);
        QTRY_VERIFY(!without.findChild<QLabel *>(u"suiteNote"_s)->text().isEmpty());
        QVERIFY(!without.findChild<QPushButton *>(u"startRun"_s)->isEnabled());
        look(without, u"newrun-no-suite"_s);
    }

    void lookAtRollback(PanelStage &stage)
    {
        const auto database = Database::open(stage.demo.path(), OpenMode::ReadOnly).value();
        RollbackDialog back(readRollbackFacts(*database, stage.demo.run().id, 1).value());
        look(back, u"rollback"_s);
        back.findChild<QPushButton *>(u"showDifference"_s)->click();
        look(back, u"rollback-difference"_s);
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(TestDialogLook)
#include "tst_dialoglook.moc"
