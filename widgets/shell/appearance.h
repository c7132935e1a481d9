#pragma once

#include <QObject>
#include <QTranslator>

class QSettings;

namespace autodidact {

enum class ThemeChoice { System = 0, Light = 1, Dark = 2 };

/// Theme, text size and language of the whole program; switched live and remembered. GUI thread.
class Appearance : public QObject
{
    Q_OBJECT

public:
    static constexpr int smallestText = 9;       ///< points
    static constexpr int largestText = 20;

    explicit Appearance(QSettings &settings, QObject *parent = nullptr);
    ~Appearance() override;

    /// Applies what was remembered; at first start the language follows the locale.
    void applyRemembered();

    ThemeChoice theme() const { return m_theme; }
    void setTheme(ThemeChoice theme);

    int textSize() const { return m_textSize; }
    void setTextSize(int points);
    void resetTextSize();

    static QStringList languages();              ///< "en", "zh_CN"
    static QString languageName(const QString &language);   ///< in the language itself
    const QString &language() const { return m_language; }
    void setLanguage(const QString &language);

Q_SIGNALS:
    void themeChanged();
    void languageChanged();
    void textSizeChanged();

private:
    void applyTheme();
    void applyTextSize();

    QSettings &m_settings;
    ThemeChoice m_theme = ThemeChoice::System;
    int m_usualSize;                             ///< of the system
    int m_textSize;
    QString m_language;
    QTranslator m_words;
    QTranslator m_qtWords;
};

} // namespace autodidact
