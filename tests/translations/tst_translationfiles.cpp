#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace {

/// The file of one language, as the window loads it.
class Installed {
public:
    explicit Installed(const QString &language)
        : m_loaded(m_words.load(u":/i18n/autodidact_"_s + language + u".qm"_s))
    {
        QCoreApplication::installTranslator(&m_words);
    }

    ~Installed() { QCoreApplication::removeTranslator(&m_words); }

    Installed(const Installed &) = delete;
    Installed &operator=(const Installed &) = delete;

    bool isLoaded() const { return m_loaded; }

private:
    QTranslator m_words;
    bool m_loaded;
};

} // namespace

/// The compiled files: are they in the program, under the contexts that tr() asks for, with their plural forms?
class TranslationFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void chineseWords_data()
    {
        QTest::addColumn<QByteArray>("context");
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("comment");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("class in a namespace") << "autodidact::Menus"_ba << "&File"_ba << ""_ba << u"文件(&F)"_s;
        QTest::newRow("table of actions") << "Actions"_ba << "&New run…"_ba << ""_ba << u"新建运行(&N)…"_s;
        QTest::newRow("free functions") << "DomainWords"_ba << "timeout"_ba << ""_ba << u"超时"_s;
        QTest::newRow("memory of the machine") << "DomainWords"_ba << "memory"_ba << "error class: memory of the machine"_ba << u"内存"_s;
        QTest::newRow("memory of the agent") << "Actions"_ba << "Memory"_ba << ""_ba << u"记忆"_s;
        QTest::newRow("round") << "autodidact::Breadcrumb"_ba << "Round %1"_ba << ""_ba << u"第 %1 轮"_s;
    }

    void chineseWords()
    {
        QFETCH(const QByteArray, context);
        QFETCH(const QByteArray, source);
        QFETCH(const QByteArray, comment);
        QFETCH(const QString, wanted);
        const Installed chinese(u"zh_CN"_s);
        QVERIFY(chinese.isLoaded());
        QCOMPARE(QCoreApplication::translate(context, source, comment), wanted);
    }

    void countsInChinese()
    {
        const Installed chinese(u"zh_CN"_s);
        QVERIFY(chinese.isLoaded());
        for (const int count : {0, 1, 12})
            QCOMPARE(QCoreApplication::translate("VersionDetails", "%n rule(s)", nullptr, count), u"%1 条规则"_s.arg(count));
    }

    void countsInEnglish()
    {
        const Installed english(u"en"_s);
        QVERIFY(english.isLoaded());
        QCOMPARE(QCoreApplication::translate("VersionDetails", "%n rule(s)", nullptr, 1), u"1 rule"_s);
        QCOMPARE(QCoreApplication::translate("VersionDetails", "%n rule(s)", nullptr, 12), u"12 rules"_s);
        QCOMPARE(QCoreApplication::translate("autodidact::Menus", "&File"), u"&File"_s);
    }
};

QTEST_GUILESS_MAIN(TranslationFilesTest)

#include "tst_translationfiles.moc"
