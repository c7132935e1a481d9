#pragma once

#include "widgets/shell/actions.h"

#include <QList>

class QActionGroup;
class QMenu;
class QMenuBar;

namespace autodidact {

class Appearance;

/// Fills the menu bar and keeps its words in the chosen language. GUI thread.
class Menus : public QObject
{
    Q_OBJECT

public:
    Menus(QMenuBar *bar, Actions &actions, Appearance &appearance);

    void retranslate();

private:
    struct Titled {
        QMenu *menu;
        const char *title;
    };

    QMenu *addMenu(QMenuBar *bar, const char *name, const char *title);
    QMenu *addMenu(QMenu *menu, const char *name, const char *title);
    void fill(QMenu *menu, const QList<std::optional<Act>> &acts);   ///< nothing: a separator
    void addView(QMenuBar *bar);
    void addThemes(QMenu *menu);
    void addLanguages(QMenu *menu);
    void showChoices();

    Actions &m_actions;
    Appearance &m_appearance;
    QList<Titled> m_menus;
    QActionGroup *m_themes;
    QActionGroup *m_languages;
};

} // namespace autodidact
