#include "core/report/figures.h"

#include "core/base/json.h"

#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

const QString absent = u"n/a"_s;

QString fixed(double value, int digits)
{
    QString text = QString::number(value, 'f', digits);
    // "-0.0" is no number that anybody wants to read.
    if (text.startsWith(u'-') && text.toDouble() == 0)
        text.remove(0, 1);
    return text.replace(u'-', QChar(0x2212));
}

QString signedFixed(double value, int digits)
{
    const QString text = fixed(value, digits);
    const bool positive = value > 0 && text.toDouble() > 0;
    return positive ? u'+' + text : text;
}

} // namespace

QString percent(std::optional<double> share)
{
    return share ? fixed(*share * 100, 1) + u" %"_s : absent;
}

QString counted(qint64 number, const QString &noun)
{
    return count(number) + u' ' + noun + (number == 1 ? QString() : u"s"_s);
}

QString loss(std::optional<double> share)
{
    return share ? fixed(*share * 100, 1) + u" points"_s : absent;
}

QString points(std::optional<double> share)
{
    return share ? signedFixed(*share * 100, 1) + u" points"_s : absent;
}

QString decimal(std::optional<double> value, int digits)
{
    return value ? fixed(*value, digits) : absent;
}

QString count(qint64 number)
{
    QLocale grouping = QLocale::c();
    grouping.setNumberOptions(QLocale::DefaultNumberOptions);
    return grouping.toString(number);
}

QString percentRange(const std::optional<Estimate> &estimate)
{
    return estimate ? u"%1 to %2 %"_s.arg(fixed(estimate->low * 100, 1), fixed(estimate->high * 100, 1)) : QString();
}

QString pointsRange(const std::optional<Estimate> &estimate)
{
    return estimate ? u"%1 to %2"_s.arg(signedFixed(estimate->low * 100, 1), signedFixed(estimate->high * 100, 1)) : QString();
}

QJsonValue jsonNumber(std::optional<double> value)
{
    return value && std::isfinite(*value) ? QJsonValue(rounded(*value)) : QJsonValue(QJsonValue::Null);
}

QJsonObject jsonEstimate(const std::optional<Estimate> &estimate)
{
    const auto part = [&](double Estimate::*member) {
        return jsonNumber(estimate ? std::optional((*estimate).*member) : std::nullopt);
    };
    return {{u"value"_s, part(&Estimate::value)}, {u"low"_s, part(&Estimate::low)}, {u"high"_s, part(&Estimate::high)}};
}

} // namespace autodidact
