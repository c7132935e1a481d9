#include "widgets/shell/speedcontrol.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>

using namespace Qt::StringLiterals;

namespace autodidact {

std::chrono::milliseconds paceOf(Speed speed)
{
    switch (speed) {
    case Speed::Maximum:
    case Speed::Step: return std::chrono::milliseconds(0);
    case Speed::Fast: return std::chrono::milliseconds(500);
    case Speed::Medium: return std::chrono::milliseconds(2000);
    case Speed::Slow: return std::chrono::milliseconds(5000);
    }
    return {};
}

SpeedControl::SpeedControl(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLabel(this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_value(new QLabel(this))
{
    setObjectName(u"speed"_s);
    m_slider->setObjectName(u"speedSlider"_s);
    m_slider->setRange(int(Speed::Maximum), int(Speed::Step));
    m_slider->setPageStep(1);
    m_slider->setTickPosition(QSlider::TicksBelow);
    m_slider->setTickInterval(1);
    m_slider->setFixedWidth(84);
    m_slider->setFocusPolicy(Qt::StrongFocus);
    m_value->setObjectName(u"speedValue"_s);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(6, 0, 6, 0);
    row->setSpacing(5);
    row->addWidget(m_name);
    row->addWidget(m_slider);
    row->addWidget(m_value);
    connect(m_slider, &QSlider::valueChanged, this, [this] {
        m_ownPace = {};
        showText();
        Q_EMIT chosen(speed());
    });
    showText();
}

Speed SpeedControl::speed() const
{
    return static_cast<Speed>(m_slider->value());
}

void SpeedControl::setSpeed(Speed speed)
{
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(int(speed));
    m_ownPace = {};
    showText();
}

void SpeedControl::showPace(std::chrono::milliseconds pace)
{
    setSpeed(Speed::Fast);
    m_ownPace = pace;
    showText();
}

void SpeedControl::showText()
{
    m_name->setText(tr("Speed"));
    const std::chrono::milliseconds pace = m_ownPace.count() > 0 ? m_ownPace : paceOf(speed());
    QString text = tr("Maximum", "speed");
    if (speed() == Speed::Step && m_ownPace.count() == 0)
        text = tr("Step", "speed");
    else if (pace.count() > 0)
        text = tr("%1 s", "seconds per attempt").arg(QLocale().toString(double(pace.count()) / 1000, 'g', 2));
    m_value->setText(text);
    // The widest of its texts, so that the tool bar does not move with the slider.
    const QFontMetrics metrics(m_value->font());
    const int widest = qMax(qMax(metrics.horizontalAdvance(tr("Maximum", "speed")), metrics.horizontalAdvance(tr("Step", "speed"))),
                            metrics.horizontalAdvance(tr("%1 s", "seconds per attempt").arg(u"0.55"_s)));
    m_value->setMinimumWidth(widest);
    m_slider->setAccessibleName(tr("Speed"));
    const QString tip = tr("Time between two attempts. It changes what you see, never what the run does.");
    setToolTip(tip);
    m_slider->setToolTip(tip);
}

void SpeedControl::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        showText();
}

} // namespace autodidact
