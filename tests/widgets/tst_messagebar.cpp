#include "widgets/shell/messagebar.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace autodidact;
using namespace Qt::StringLiterals;

/// One message at a time; the others wait, equal ones are counted.
class MessageBarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isThereOnlyWhileSomethingIsToBeSaid()
    {
        MessageBar bar;
        QVERIFY(bar.isHidden());
        bar.post(message(u"a"_s));
        QVERIFY(!bar.isHidden());
        bar.findChild<QToolButton *>(u"messageClose"_s)->click();
        QVERIFY(bar.isHidden());
    }

    void showsTheNewestAndSaysHowManyWait()
    {
        MessageBar bar;
        for (const QString &key : {u"a"_s, u"b"_s, u"c"_s})
            bar.post(message(key));
        QCOMPARE(bar.shownText(), u"text of c"_s);
        auto *more = bar.findChild<QPushButton *>(u"messageMore"_s);
        QVERIFY(more->text().startsWith(u'2'));
        more->click();
        QCOMPARE(bar.shownText(), u"text of b"_s);
        QCOMPARE(bar.waiting(), 3);
    }

    void countsEqualOnes()
    {
        MessageBar bar;
        bar.post(message(u"a"_s));
        bar.post(message(u"b"_s));
        bar.post(message(u"a"_s));
        bar.post(message(u"a"_s));
        QCOMPARE(bar.waiting(), 2);
        QVERIFY(bar.shownText().contains(u'3'));
        QVERIFY(bar.shownText().startsWith(u"text of a"));
    }

    void aRemedyActsOnceAndTakesTheMessageAway()
    {
        MessageBar bar;
        int acted = 0;
        Message with = message(u"a"_s);
        with.remedies.append({u"mend"_s, u"Mend"_s, [&acted] { ++acted; }});
        bar.post(with);
        bar.findChild<QPushButton *>(u"mend"_s)->click();
        QCOMPARE(acted, 1);
        QCOMPARE(bar.waiting(), 0);
    }

    void detailsArePlainText()
    {
        MessageBar bar;
        Message with = message(u"a"_s);
        with.text = u"<b>not bold</b>"_s;
        with.details = u"<img src=x>"_s;
        bar.post(with);
        QCOMPARE(bar.findChild<QLabel *>(u"messageText"_s)->textFormat(), Qt::PlainText);
        bar.show();
        bar.findChild<QPushButton *>(u"messageDetails"_s)->click();
        auto *text = bar.findChild<QPlainTextEdit *>();
        QVERIFY(text);
        QCOMPARE(text->toPlainText(), with.details);
    }

private:
    static Message message(const QString &key)
    {
        return {.key = key, .severity = Severity::Warning, .text = u"text of "_s + key, .details = {}, .remedies = {}};
    }
};

QTEST_MAIN(MessageBarTest)
#include "tst_messagebar.moc"
