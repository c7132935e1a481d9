// The part of VersionsPanel in which a person judges updates and publishes versions.
#include "widgets/base/textsheet.h"
#include "widgets/versions/strategydialog.h"
#include "widgets/versions/treeview.h"
#include "widgets/versions/versiondetails.h"
#include "widgets/versions/versionspanel.h"
#include "widgets/versions/versionwords.h"

#include <QMenu>
#include <QTextEdit>
#include <QToolBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace autodidact {

void VersionsPanel::change(std::move_only_function<Status(VersionCommands &)> act, std::move_only_function<void()> then)
{
    performFor<Done>(this, m_services.agent, [act = std::move(act)](Database &database, Journal &journal) mutable -> Result<Done> {
        VersionCommands commands(database, journal);
        return act(commands).transform([] { return Done(); });
    }, [this, then = std::move(then)](const Result<Done> &done) mutable {
        if (!done)
            Q_EMIT failed(done.error());
        else if (then)
            then();
        m_watch.reloadNow();
    });
}

void VersionsPanel::showWaiting()
{
    const Update *update = m_book.waiting();
    if (!update)
        return;
    m_showing = Showing::Waiting;
    TextSheet sheet(m_details, palette());
    sheet.title(tr("The update that waits"));
    writeUpdate(sheet, *update);
}

/// A run that is live goes on by itself; any other one waits to be resumed.
void VersionsPanel::judged(UpdateId update, bool approved, const QString &reason)
{
    change([run = m_watch.run(), update, approved, reason](VersionCommands &commands) { return commands.judge(run, update, approved, reason); },
           [this] { m_services.agent.carryOn(); });
}

void VersionsPanel::showStrategy()
{
    auto *dialog = new StrategyDialog(m_services, m_book.run.run, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();                  // beside a live run
}

void VersionsPanel::buildPublishMenu()
{
    m_publish = new QToolButton(m_bar);
    m_publish->setObjectName(u"publishVersion"_s);
    m_publish->setPopupMode(QToolButton::InstantPopup);
    m_publish->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_publish->setMenu(new QMenu(m_publish));
    connect(m_publish->menu(), &QMenu::aboutToShow, this, &VersionsPanel::fillPublishMenu);
    m_bar->addWidget(m_publish);
}

void VersionsPanel::fillPublishMenu()
{
    QMenu *menu = m_publish->menu();
    menu->clear();
    const VersionRow *row = m_book.version(m_tree->selected());
    for (const QString &channel : {u"canary"_s, u"stable"_s}) {
        const int on = m_book.published.value(channel);
        if (row && row->version.number != on) {
            QAction *act = menu->addAction(tr("Publish version %1 on %2").arg(row->version.number).arg(versionwords::channel(channel)));
            act->setObjectName(u"publish-"_s + channel);
            connect(act, &QAction::triggered, this, [this, channel] { publish(channel); });
        }
        if (on > 0) {
            QAction *act = menu->addAction(tr("Withdraw version %1 from %2").arg(on).arg(versionwords::channel(channel)));
            act->setObjectName(u"withdraw-"_s + channel);
            connect(act, &QAction::triggered, this, [this, channel] { withdraw(channel); });
        }
    }
}

void VersionsPanel::publish(const QString &channel)
{
    change([run = m_watch.run(), version = m_tree->selected(), channel](VersionCommands &commands) {
        return commands.publish(run, version, channel, {});
    });
}

void VersionsPanel::withdraw(const QString &channel)
{
    change([run = m_watch.run(), channel](VersionCommands &commands) { return commands.withdraw(run, channel, {}); });
}

} // namespace autodidact
