#include "core/events/codec.h"
#include "core/events/codecnames.h"
#include "core/student/faults/fault.h"
#include "widgets/base/causewords.h"
#include "widgets/base/errortext.h"
#include "widgets/base/reasonwords.h"
#include "widgets/safety/safetymodel.h"
#include "widgets/welcome/machinewords.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTranslator>

#include <functional>
#include <string_view>

using namespace autodidact;

namespace {

/// The Chinese file, as the window loads it.
class Chinese
{
public:
    Chinese()
        : m_loaded(m_words.load(u":/i18n/autodidact_zh_CN.qm"_s))
    {
        QCoreApplication::installTranslator(&m_words);
    }
    ~Chinese() { QCoreApplication::removeTranslator(&m_words); }
    Chinese(const Chinese &) = delete;
    Chinese &operator=(const Chinese &) = delete;

    bool isLoaded() const { return m_loaded; }

private:
    QTranslator m_words;
    bool m_loaded;
};

/// Whether the enum has an enumerator with this value: the compiler writes others as a cast.
template<typename E, E Value>
consteval bool isEnumerator()
{
    const std::string_view name = __PRETTY_FUNCTION__;
    const size_t at = name.find("Value = ");
    return at != std::string_view::npos && name[at + 8] != '(';
}

/// Every enumerator from 0 to 199, whether or not a list somewhere names it.
template<typename E, int... Values>
QList<E> enumerators(std::integer_sequence<int, Values...>)
{
    QList<E> all;
    (void)((isEnumerator<E, E(Values)>() ? (all.append(E(Values)), true) : false), ...);
    return all;
}

template<typename E>
QList<E> enumerators()
{
    return enumerators<E>(std::make_integer_sequence<int, 200>());
}

bool holdsHan(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.script() == QChar::Script_Han; });
}

bool holdsPlaceholder(const QString &text)
{
    static const QRegularExpression placeholder(u"%\\d|%n"_s);
    return placeholder.match(text).hasMatch();
}

/// Some value under every key that a reason may have.
QJsonObject sampleValues()
{
    const QJsonObject inner = toJson(Explanation{u"in English"_s, {ReasonCode::RuleTooLong, {{u"characters"_s, 300}, {u"allowed"_s, 240}}}});
    QJsonObject undone = inner;
    undone.insert(u"action"_s, u"roll-back"_s);
    QJsonObject values{{u"first"_s, inner}, {u"undone"_s, undone}, {u"reasons"_s, QJsonArray{inner, inner}}, {u"kind"_s, u"sandbox"_s},
                       {u"cause"_s, u"boundary"_s}, {u"rule"_s, u"r3"_s}, {u"name"_s, u"f"_s}, {u"quote"_s, u"q"_s}, {u"value"_s, u"17"_s}, {u"cue"_s, u"not"_s},
                       {u"check"_s, u"honeypot"_s}, {u"task"_s, u"t"_s}, {u"reason"_s, u"too long"_s}};
    for (const QString &key : {u"solved"_s, u"outcomes"_s, u"version"_s, u"best_version"_s, u"best_solved"_s, u"best_outcomes"_s, u"to"_s,
                               u"round"_s, u"edits"_s, u"reflections"_s, u"count"_s, u"left_out"_s, u"rules"_s, u"characters"_s, u"allowed"_s,
                               u"tokens"_s, u"helpful"_s, u"harmful"_s, u"budget"_s, u"attempt"_s, u"red"_s, u"green"_s, u"failed"_s,
                               u"mended"_s, u"attempts"_s, u"uses"_s, u"times"_s, u"rounds"_s, u"capacity"_s,
                               u"entries"_s, u"similarity"_s, u"other_green"_s, u"other_uses"_s, u"rank"_s, u"utility"_s,
                               u"before"_s, u"pairs"_s, u"better"_s, u"worse"_s, u"update"_s, u"candidates"_s, u"tasks"_s, u"score"_s, u"best"_s,
                               u"changes"_s})
        values.insert(key, 7);
    return values;
}

/// Fails unless the text has words of its own in Chinese and leaves nothing open in either language.
void check(const std::function<QString()> &say, const QString &what)
{
    const QString english = say();
    const Chinese chinese;
    const QString translated = say();
    QVERIFY(chinese.isLoaded());
    QVERIFY2(!english.isEmpty(), qPrintable(what));
    QVERIFY2(!holdsPlaceholder(english), qPrintable(english));
    QVERIFY2(!holdsPlaceholder(translated), qPrintable(translated));
    QVERIFY2(holdsHan(translated) && translated != english, qPrintable(what + u": "_s + translated));
}

} // namespace

class TestReasonWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasAWordAndASentence()
    {
        const QList<ReasonCode> codes = enumerators<ReasonCode>();
        QCOMPARE(codes.size(), qsizetype(EnumWords<ReasonCode>::list.size()));
        QSet<QString> sentences;
        for (const ReasonCode code : codes) {
            if (code == ReasonCode::Unstated)
                continue;
            const QString word = wordOf(code);
            QVERIFY2(!word.isEmpty(), qPrintable(QString::number(int(code))));
            QCOMPARE(valueOf<ReasonCode>(word), code);
            const auto say = [code] { return reasonwords::sentence({code, sampleValues()}, u"STORED"_s); };
            QVERIFY2(!say().contains(u"STORED"_s), qPrintable(word));
            check(say, word);
            sentences.insert(say());
        }
        QCOMPARE(sentences.size(), codes.size() - 1);
    }

    void everyFaultHasAHeading()
    {
        for (const ErrorKind kind : enumerators<ErrorKind>()) {
            QVERIFY(valueOf<ErrorKind>(wordOfKind(kind)) == kind);
            const Reason why{ReasonCode::Fault, {{u"kind"_s, wordOfKind(kind)}}};
            QCOMPARE(reasonwords::status(why, u"technical"_s), errorHeading(kind));
            check([why] { return reasonwords::status(why, u"technical"_s); }, wordOfKind(kind));
        }
    }

    void everyFaultFamilyHasWords()
    {
        for (const FaultFamily family : allFaultFamilies())
            check([name = toString(family)] { return causeWords(name); }, toString(family));
        QCOMPARE(reasonwords::cause(u"Logic"_s), u"logic"_s);
        QCOMPARE(reasonwords::cause(u"forgot the sign"_s), u"forgot the sign"_s);
    }

    void everyFaultOfTheMachineHasWords()
    {
        for (const ProbeStep step : enumerators<ProbeStep>())
            check([step] { return machinewords::fault({.step = step}); }, QString::number(int(step)));
        for (const ProbeRemedy mend : enumerators<ProbeRemedy>()) {
            if (mend != ProbeRemedy::None)
                check([mend] { return machinewords::remedy({.mend = mend, .command = u"sudo it"_s}); }, QString::number(int(mend)));
        }
        check([] { return machinewords::whyNot({.sandbox = u"bubblewrap"_s, .fault = std::nullopt, .python = {}}); }, u"no Python"_s);
    }

    void oldAndUnknownReasonsAreShownAsStored()
    {
        const Chinese chinese;
        QVERIFY(chinese.isLoaded());
        const QString stored = u"The success rate fell, says a person."_s;
        QCOMPARE(reasonwords::sentence({}, stored), stored);
        const Result<Reason> later = fromJson<Reason>({{u"code"_s, u"a-code-of-tomorrow"_s}, {u"values"_s, QJsonObject{{u"n"_s, 1}}}});
        QVERIFY(later.has_value());
        QCOMPARE(reasonwords::sentence(*later, stored), stored);
        QCOMPARE(reasonwords::of(SafetyDecision{.reason = stored, .numbers = {{u"before"_s, 1.0}}}), stored);
        QCOMPARE(reasonwords::status({}, stored), stored);
        QCOMPARE(reasonwords::status({ReasonCode::StopRequested, {}}, stored), QString());
    }

    void namesAreNeverPlaceholders()
    {
        const Reason frequent{ReasonCode::MostFrequentCause, {{u"cause"_s, u"%2 and %1"_s}, {u"count"_s, 3}}};
        QCOMPARE(reasonwords::sentence(frequent, {}), u"Most frequent cause: %2 and %1 (3 times)."_s);
        const Reason failed{ReasonCode::RuleFailedBefore, {{u"rule"_s, u"%2"_s}, {u"version"_s, 5}}};
        QCOMPARE(reasonwords::sentence(failed, {}), u"Rule %2 said the same and was dropped in version 5."_s);
    }

    void theLogShowsTheWindowsLanguage()
    {
        SafetyModel model;
        SafetyDecision decision{.id = 4, .place = {2, Phase::Guard}, .action = SafetyAction::RollBack, .reason = u"in English"_s,
                                .numbers = sampleValues(), .code = ReasonCode::BelowTrustRegion};
        model.setEntries({decision}, {});
        const QModelIndex cell = model.index(0, SafetyModel::Reason);
        QVERIFY(cell.data().toString().startsWith(u"Version 7 solved 7 of 7"_s));
        const Chinese chinese;
        QVERIFY2(holdsHan(cell.data().toString()), qPrintable(cell.data().toString()));
        QVERIFY(!cell.data().toString().contains(u"solved"_s));
    }
};

QTEST_MAIN(TestReasonWords)
#include "tst_reasonwords.moc"
