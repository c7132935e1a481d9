#include "widgets/shell/statusline.h"

#include "widgets/base/theme.h"
#include "widgets/runcontrol/wording.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace autodidact {

StatusLine::StatusLine(const QString &databasePath, QWidget *parent)
    : QStatusBar(parent)
    , m_path(databasePath)
    , m_database(addItem(u"statusDatabase"_s))
    , m_modelIcon(addItem(u"statusModelIcon"_s))
    , m_model(addItem(u"statusModel"_s))
    , m_sandbox(addItem(u"statusSandbox"_s))
    , m_spent(addItem(u"statusTokens"_s))
{
    setObjectName(u"statusLine"_s);
    setSizeGripEnabled(false);
    showAll();
}

QLabel *StatusLine::addItem(const QString &objectName)
{
    auto *label = new QLabel(this);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setContentsMargins(4, 0, 4, 0);
    addPermanentWidget(label);
    return label;
}

void StatusLine::showRun(const RunConfig &config, qint64 tokens)
{
    if (m_config == config && m_tokens == tokens)
        return;
    m_config = config;
    m_tokens = tokens;
    showAll();
}

void StatusLine::showNoRun()
{
    m_config.reset();
    showAll();
}

void StatusLine::showAll()
{
    m_database->setText(QFileInfo(m_path).fileName());
    m_database->setToolTip(tr("Database %1").arg(QDir::toNativeSeparators(m_path)));
    for (QLabel *label : {m_modelIcon, m_model, m_sandbox, m_spent})
        label->setVisible(m_config.has_value());
    if (!m_config)
        return;
    const bool student = wording::isStudent(m_config->model);
    const int side = fontMetrics().height() * 3 / 4;
    m_modelIcon->setPixmap(theme::icon(student ? u"student"_s : u"server"_s, palette(), theme::stateColor(ShownState::Running, palette()))
                               .pixmap(QSize(side, side), devicePixelRatio()));
    m_model->setText(wording::model(m_config->model));
    const bool open = m_config->sandbox == u"none";
    m_sandbox->setText(open ? tr("No sandbox") : m_config->sandbox);
    m_sandbox->setToolTip(open ? tr("Programs of this run are executed without protection.") : tr("Programs run in the sandbox %1.").arg(m_config->sandbox));
    QPalette colours = palette();
    if (open) {
        colours.setColor(QPalette::WindowText, Qt::white);
        colours.setColor(QPalette::Window, QColor(0xB3261E));
    }
    m_sandbox->setAutoFillBackground(open);
    m_sandbox->setPalette(colours);
    m_spent->setText(m_config->tokenBudget > 0
                         ? tr("%1/%2 tokens").arg(wording::tokens(m_tokens), wording::tokens(m_config->tokenBudget))
                         : tr("%1 tokens").arg(wording::tokens(m_tokens)));
}

void StatusLine::changeEvent(QEvent *event)
{
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        showAll();
}

} // namespace autodidact
