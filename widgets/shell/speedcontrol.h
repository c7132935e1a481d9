#pragma once

#include <QWidget>

#include <chrono>

class QLabel;
class QSlider;

namespace autodidact {

/// How fast a run is shown. Never part of a run's settings.
enum class Speed { Maximum = 0, Fast = 1, Medium = 2, Slow = 3, Step = 4 };

/// Least time between two attempts at this speed; 0 for Maximum and for Step, which waits for a person.
std::chrono::milliseconds paceOf(Speed speed);

/// The slider from "as fast as it goes" to "one step at a time". GUI thread.
class SpeedControl : public QWidget
{
    Q_OBJECT

public:
    explicit SpeedControl(QWidget *parent = nullptr);

    Speed speed() const;
    void setSpeed(Speed speed);              ///< without a signal
    /// Shows a pace that is none of the slider's, as the demo sets it.
    void showPace(std::chrono::milliseconds pace);

Q_SIGNALS:
    void chosen(autodidact::Speed speed);    ///< a person moved the slider

protected:
    void changeEvent(QEvent *event) override;

private:
    void showText();

    QLabel *m_name;
    QSlider *m_slider;
    QLabel *m_value;
    std::chrono::milliseconds m_ownPace{0};
};

} // namespace autodidact
