#include "app/workbench/program.h"
#include "widgets/base/nowheel.h"
#include "widgets/base/theme.h"

#include <QApplication>
#include <QIcon>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace autodidact;

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"autodidact"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(AUTODIDACT_VERSION));
    QGuiApplication::setDesktopFileName(u"autodidact"_s);
    QGuiApplication::setWindowIcon(theme::icon(u"autodidact"_s, {}));
    QGuiApplication::setQuitOnLastWindowClosed(false);

    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.contains(u"--help") || arguments.contains(u"--version")) {
        const QString text = arguments.contains(u"--help") ? programHelp() : QStringLiteral(AUTODIDACT_VERSION);
        std::printf("%s\n", qPrintable(text));
        return 0;
    }
    const Result<ProgramOptions> options = parseProgramOptions(arguments);
    if (!options) {
        std::fprintf(stderr, "%s\n", qPrintable(options.error().detail));
        return exitCode(options.error().kind);
    }
    app.installEventFilter(new NoWheel(&app));
    QSettings settings(QSettings::IniFormat, QSettings::UserScope, u"autodidact"_s, u"workbench"_s);
    Program program(*options, settings);
    program.begin();
    return QApplication::exec();
}
