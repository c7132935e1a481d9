#include "widgets/shell/appearance.h"

#include "widgets/base/theme.h"

#include <QApplication>
#include <QFont>
#include <QFontInfo>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleHints>

using namespace Qt::StringLiterals;

namespace autodidact {

Appearance::Appearance(QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_usualSize(qBound(smallestText, QApplication::font().pointSize(), largestText))
    , m_textSize(m_usualSize)
{
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
        if (m_theme == ThemeChoice::System)
            applyTheme();
    });
}

Appearance::~Appearance()
{
    QCoreApplication::removeTranslator(&m_words);
    QCoreApplication::removeTranslator(&m_qtWords);
}

void Appearance::applyRemembered()
{
    if (QApplication::style()->name() != u"fusion")
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    m_theme = static_cast<ThemeChoice>(qBound(0, m_settings.value("view/theme", 0).toInt(), 2));
    m_textSize = qBound(smallestText, m_settings.value("view/textSize", m_usualSize).toInt(), largestText);
    applyTheme();
    applyTextSize();
    const QString usual = QLocale::system().language() == QLocale::Chinese ? u"zh_CN"_s : u"en"_s;
    setLanguage(m_settings.value("view/language", usual).toString());
}

void Appearance::setTheme(ThemeChoice theme)
{
    m_theme = theme;
    m_settings.setValue("view/theme", int(theme));
    applyTheme();
}

void Appearance::applyTheme()
{
    const bool dark = m_theme == ThemeChoice::Dark
        || (m_theme == ThemeChoice::System && QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark);
    QApplication::setPalette(dark ? theme::darkPalette() : theme::lightPalette());
    Q_EMIT themeChanged();
}

void Appearance::setTextSize(int points)
{
    m_textSize = qBound(smallestText, points, largestText);
    m_settings.setValue("view/textSize", m_textSize);
    applyTextSize();
}

void Appearance::resetTextSize()
{
    setTextSize(m_usualSize);
}

void Appearance::applyTextSize()
{
    QFont font = QApplication::font();
    font.setPointSize(m_textSize);
    // Outside a Chinese locale the system would draw Han characters in their Japanese forms.
    font.setFamilies({QFontInfo(font).family(), u"Noto Sans CJK SC"_s});
    QApplication::setFont(font);
    Q_EMIT textSizeChanged();
}

QStringList Appearance::languages()
{
    return {u"en"_s, u"zh_CN"_s};
}

QString Appearance::languageName(const QString &language)
{
    return language == u"zh_CN" ? u"简体中文"_s : u"English"_s;
}

void Appearance::setLanguage(const QString &language)
{
    const QString known = languages().contains(language) ? language : u"en"_s;
    if (known == m_language)
        return;
    m_language = known;
    m_settings.setValue("view/language", known);
    QLocale::setDefault(known == u"zh_CN" ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English, QLocale::UnitedStates));
    QCoreApplication::removeTranslator(&m_words);
    QCoreApplication::removeTranslator(&m_qtWords);
    // English has a file too: it holds the plural forms.
    if (m_qtWords.load(u"qtbase_"_s + known, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtWords);
    if (m_words.load(u":/i18n/autodidact_"_s + known + u".qm"_s))
        QCoreApplication::installTranslator(&m_words);
    Q_EMIT languageChanged();
}

} // namespace autodidact
