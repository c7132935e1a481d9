#pragma once

#include <QJsonObject>
#include <QStringList>

namespace autodidact {

/// Takes numbers out of one JSON object, and notes each that is missing, out of its range or not
/// asked for.
class ParameterReader {
public:
    /// \p problems must outlive this.
    ParameterReader(const QJsonObject &object, QString path, QStringList &problems);

    double number(const QString &key, double low, double high);
    int whole(const QString &key, int low, int high);
    double chance(const QString &key) { return number(key, 0, 1); }
    bool flag(const QString &key);
    QString text(const QString &key); ///< not empty
    bool has(const QString &key) const { return m_object.contains(key); }
    ParameterReader object(const QString &key);
    QList<ParameterReader> objects(const QString &key);
    QStringList texts(const QString &key);

    /// To be called last: complains of keys that nobody asked for.
    void finish();
    void complain(const QString &key, const QString &problem);

private:
    QJsonValue take(const QString &key);

    QJsonObject m_object;
    QString m_path; ///< "faults."
    QStringList *m_problems;
    QStringList m_asked;
};

} // namespace autodidact
