#include "widgets/shell/menus.h"

#include "widgets/shell/appearance.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr std::optional<Act> line = std::nullopt;

} // namespace

Menus::Menus(QMenuBar *bar, Actions &actions, Appearance &appearance)
    : QObject(bar)
    , m_actions(actions)
    , m_appearance(appearance)
    , m_themes(new QActionGroup(this))
    , m_languages(new QActionGroup(this))
{
    fill(addMenu(bar, "menuFile", QT_TR_NOOP("&File")),
         {Act::NewRun, Act::OpenRun, line, Act::ImportSuite, Act::Suites, line, Act::OpenDatabase, Act::ConnectServer, line, Act::ExportReport, line, Act::Quit});
    fill(addMenu(bar, "menuEdit", QT_TR_NOOP("&Edit")), {Act::Undo, Act::Redo, line, Act::Find});
    fill(addMenu(bar, "menuRun", QT_TR_NOOP("&Run")),
         {Act::Start, Act::Pause, line, Act::StepAttempt, Act::StepTask, Act::StepRound, Act::SkipToRoundEnd, line, Act::Stop});
    fill(addMenu(bar, "menuGo", QT_TR_NOOP("&Go")),
         {Act::Back, Act::Forward, line, Act::NextFailure, Act::PreviousFailure, line, Act::NextAttempt, Act::PreviousAttempt, line, Act::Follow});
    fill(addMenu(bar, "menuMemory", QT_TR_NOOP("&Memory")), {Act::AddMemory, Act::EditMemory, Act::PinMemory, Act::ArchiveMemory});
    fill(addMenu(bar, "menuVersions", QT_TR_NOOP("Ver&sions")), {Act::CompareVersions, line, Act::RollBack, Act::UndoRollback});
    addView(bar);
    fill(addMenu(bar, "menuHelp", QT_TR_NOOP("&Help")), {Act::Welcome, Act::WhatWorksHere, line, Act::About});
    connect(&appearance, &Appearance::themeChanged, this, &Menus::showChoices);
    connect(&appearance, &Appearance::languageChanged, this, &Menus::showChoices);
    retranslate();
}

QMenu *Menus::addMenu(QMenuBar *bar, const char *name, const char *title)
{
    auto *menu = new QMenu(bar);
    menu->setObjectName(QLatin1StringView(name));
    menu->setToolTipsVisible(true);
    bar->addMenu(menu);
    m_menus.append({menu, title});
    return menu;
}

QMenu *Menus::addMenu(QMenu *outer, const char *name, const char *title)
{
    auto *menu = new QMenu(outer);
    menu->setObjectName(QLatin1StringView(name));
    menu->setToolTipsVisible(true);
    outer->addMenu(menu);
    m_menus.append({menu, title});
    return menu;
}

void Menus::fill(QMenu *menu, const QList<std::optional<Act>> &acts)
{
    for (const std::optional<Act> act : acts) {
        if (act)
            menu->addAction(m_actions.of(*act));
        else
            menu->addSeparator();
    }
}

void Menus::addView(QMenuBar *bar)
{
    QMenu *view = addMenu(bar, "menuView", QT_TR_NOOP("&View"));
    fill(addMenu(view, "menuPanels", QT_TR_NOOP("&Panels")),
         {Act::Panel1, Act::Panel2, Act::Panel3, Act::Panel4, Act::Panel5, Act::Panel6, Act::Panel7, Act::Panel8, Act::Panel9, Act::Panel10});
    const QList<std::optional<Act>> perspectives{Act::PerspectiveRun, Act::PerspectiveMemory, Act::PerspectiveVersions};
    fill(addMenu(view, "menuPerspective", QT_TR_NOOP("P&erspective")), perspectives);
    auto *oneOf = new QActionGroup(this);
    for (const auto &act : perspectives)
        oneOf->addAction(m_actions.of(*act));
    fill(view, {line, Act::MaximisePanel, Act::FullScreen, line, Act::LargerText, Act::SmallerText, Act::NormalText, line});
    addThemes(addMenu(view, "menuTheme", QT_TR_NOOP("&Theme")));
    addLanguages(addMenu(view, "menuLanguage", QT_TR_NOOP("L&anguage")));
    fill(view, {line, Act::LockLayout, Act::ResetLayout});
}

void Menus::addThemes(QMenu *menu)
{
    for (const auto &[choice, name] : {std::pair(ThemeChoice::System, "themeSystem"), {ThemeChoice::Light, "themeLight"}, {ThemeChoice::Dark, "themeDark"}}) {
        QAction *action = menu->addAction(QString());
        action->setObjectName(QLatin1StringView(name));
        action->setCheckable(true);
        action->setData(int(choice));
        m_themes->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice] { m_appearance.setTheme(choice); });
    }
}

void Menus::addLanguages(QMenu *menu)
{
    for (const QString &language : Appearance::languages()) {
        QAction *action = menu->addAction(Appearance::languageName(language));
        action->setObjectName(u"language-"_s + language);
        action->setCheckable(true);
        action->setData(language);
        m_languages->addAction(action);
        connect(action, &QAction::triggered, this, [this, language] { m_appearance.setLanguage(language); });
    }
}

void Menus::retranslate()
{
    for (const Titled &titled : std::as_const(m_menus))
        titled.menu->setTitle(tr(titled.title));
    const QList<QAction *> themes = m_themes->actions();
    themes.at(int(ThemeChoice::System))->setText(tr("As the &system has it"));
    themes.at(int(ThemeChoice::Light))->setText(tr("&Light"));
    themes.at(int(ThemeChoice::Dark))->setText(tr("&Dark"));
    showChoices();
}

void Menus::showChoices()
{
    for (QAction *action : m_themes->actions())
        action->setChecked(action->data().toInt() == int(m_appearance.theme()));
    for (QAction *action : m_languages->actions())
        action->setChecked(action->data().toString() == m_appearance.language());
}

} // namespace autodidact
