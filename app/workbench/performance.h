#pragma once

#include "core/domain/attempt.h"
#include "widgets/base/reader.h"

#include <QObject>

namespace autodidact {

class Appearance;
class MainWindow;
class Workbench;

/// Plays the program without a person: the demo with pictures and a report, or one picture. GUI thread.
///
/// Ends the program: 0 when everything was written.
class Performance : public QObject
{
    Q_OBJECT

public:
    Performance(Workbench &workbench, Appearance &appearance);

    /// A database of its own for a demo, in \p folder; one of an earlier demo is removed.
    static QString freshDatabase(const QString &folder);

    void playDemo(const QString &folder);
    void takePicture(const QString &file);

private:
    void showDemo();
    void showAttempt(const Place &place);
    void picture(const QString &name);
    void takeWindowPictures();
    void takePanelPictures();
    void writeReport();
    void finish(const Status &status);

    Workbench &m_workbench;
    Appearance &m_appearance;
    MainWindow &m_window;
    QString m_folder;
    Ticket m_ticket;
    bool m_failed = false;
};

} // namespace autodidact
