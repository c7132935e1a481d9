#include "widgets/tasks/labelspage.h"

#include "widgets/base/nowheel.h"
#include "widgets/dialogs/field.h"
#include "widgets/tasks/taskwords.h"

#include <QComboBox>
#include <QDate>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

template<typename Widget>
Widget *make(const QString &name, QWidget *parent)
{
    auto *made = new Widget(parent);
    made->setObjectName(name);
    NoWheel::guard(made);
    return made;
}

template<typename Box>
void range(Box *box, double least, double most)
{
    box->setRange(least, most);
    box->setGroupSeparatorShown(true);
}

} // namespace

LabelsPage::LabelsPage(QWidget *parent)
    : TaskPage(parent)
    , m_group(make<QLineEdit>(u"taskGroup"_s, this))
    , m_families(make<QLineEdit>(u"taskFamilies"_s, this))
    , m_tags(make<QLineEdit>(u"taskTags"_s, this))
    , m_difficulty(make<QComboBox>(u"taskDifficulty"_s, this))
    , m_released(make<QLineEdit>(u"taskReleased"_s, this))
    , m_cpu(make<QDoubleSpinBox>(u"limitCpu"_s, this))
    , m_wall(make<QDoubleSpinBox>(u"limitWall"_s, this))
    , m_memory(make<QSpinBox>(u"limitMemory"_s, this))
    , m_processes(make<QSpinBox>(u"limitProcesses"_s, this))
    , m_file(make<QSpinBox>(u"limitFile"_s, this))
    , m_output(make<QSpinBox>(u"limitOutput"_s, this))
{
    build();
    connectAll();
    retranslate();
}

void LabelsPage::build()
{
    // As a suite file takes them.
    range(m_cpu, 0.01, 3600);
    range(m_wall, 0, 10800);
    for (QDoubleSpinBox *seconds : {m_cpu, m_wall})
        seconds->setDecimals(3);                 // milliseconds: what was stored comes back
    range(m_memory, 16, 1 << 20);
    range(m_processes, 1, 4096);
    range(m_file, 1, 1 << 16);
    range(m_output, 1, 1 << 16);
    for (int i = 0; i <= 5; ++i)
        m_difficulty->addItem(QString(), i);
    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (QWidget *editor : std::initializer_list<QWidget *>{m_group, m_families, m_tags, m_difficulty, m_released, m_cpu, m_wall,
                                                            m_memory, m_processes, m_file, m_output})
        m_fields.append(new Field(form, {}, editor, this));
}

void LabelsPage::connectAll()
{
    for (QLineEdit *line : {m_group, m_families, m_tags, m_released})
        connect(line, &QLineEdit::textEdited, this, &TaskPage::edited);
    for (QSpinBox *box : {m_memory, m_processes, m_file, m_output})
        connect(box, &QSpinBox::valueChanged, this, &TaskPage::edited);
    for (QDoubleSpinBox *box : {m_cpu, m_wall})
        connect(box, &QDoubleSpinBox::valueChanged, this, &TaskPage::edited);
    connect(m_difficulty, &QComboBox::currentIndexChanged, this, &TaskPage::edited);
    connect(m_released, &QLineEdit::textChanged, this, [this](const QString &text) {
        const bool good = text.trimmed().isEmpty() || QDate::fromString(text.trimmed(), Qt::ISODate).isValid();
        m_fields.at(4)->setProblem(good ? QString() : tr("Use a date such as 2026-01-31; anything else is left out."));
    });
}

void LabelsPage::retranslate()
{
    const QSignalBlocker quiet(m_difficulty);
    const QStringList names{tr("&Group"), tr("&Families"), tr("Ta&gs"), tr("&Difficulty"), tr("Relea&sed"), tr("&CPU time per test"), tr("&Wall time"),
                            tr("&Memory", "of the machine"), tr("&Processes"), tr("Largest fi&le"), tr("&Output")};
    for (int i = 0; i < names.size(); ++i)
        m_fields.at(i)->setName(names.at(i));
    m_fields.at(0)->setNote(tr("Tasks of one group are variations of one problem; splits never divide a group. Empty: the key."));
    m_fields.at(1)->setNote(tr("The mistakes that the task invites, such as boundary, empty_input, sort_order."));
    for (QLineEdit *line : {m_families, m_tags})
        line->setPlaceholderText(tr("separated by commas"));
    m_released->setPlaceholderText(tr("2026-01-31"));
    m_difficulty->setItemText(0, tr("Unknown", "difficulty"));
    for (int i = 1; i <= 5; ++i)
        m_difficulty->setItemText(i, i == 1 ? tr("1 (easy)") : i == 5 ? tr("5 (hard)") : QString::number(i));
    m_cpu->setSuffix(tr(" s", "seconds"));
    m_wall->setSuffix(tr(" s", "seconds"));
    m_wall->setSpecialValueText(tr("Three times the CPU time"));
    m_memory->setSuffix(tr(" MB"));
    m_file->setSuffix(tr(" MB"));
    m_output->setSuffix(tr(" KB"));
}

void LabelsPage::show(const Task &task)
{
    const QSignalBlocker quiet(this);
    m_group->setText(task.group);
    m_families->setText(task.families.join(u", "_s));
    m_tags->setText(task.tags.join(u", "_s));
    m_difficulty->setCurrentIndex(qBound(0, task.difficulty, 5));
    m_released->setText(task.released);
    m_cpu->setValue(task.limits.cpuMs / 1000.0);
    m_wall->setValue(task.limits.wallMs / 1000.0);
    m_memory->setValue(task.limits.memoryMb);
    m_processes->setValue(task.limits.processes);
    m_file->setValue(task.limits.fileMb);
    m_output->setValue(task.limits.outputKb);
}

void LabelsPage::write(Task &task) const
{
    task.group = m_group->text().trimmed();
    task.families = taskwords::list(m_families->text());
    task.tags = taskwords::list(m_tags->text());
    task.difficulty = m_difficulty->currentIndex();
    const QString released = m_released->text().trimmed();
    task.released = QDate::fromString(released, Qt::ISODate).isValid() ? released : QString();
    task.limits.cpuMs = qRound(1000 * m_cpu->value());
    task.limits.wallMs = qRound(1000 * m_wall->value());
    task.limits.memoryMb = m_memory->value();
    task.limits.processes = m_processes->value();
    task.limits.fileMb = m_file->value();
    task.limits.outputKb = m_output->value();
}

} // namespace autodidact
