#include "core/llm/apikey.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

Result<ApiKey> ApiKey::fromEnvironment(const QString &variable)
{
    const QByteArray name = variable.toLocal8Bit();
    if (!qEnvironmentVariableIsSet(name.constData())) {
        return fail(ErrorKind::Missing, u"the environment variable \"%1\" is not set. Put the key of the model server into it, "
                                        "or clear llm.api_key_env for a server without keys."_s.arg(variable));
    }
    return fromSession(qEnvironmentVariable(name.constData())).or_else([&variable](const Error &) -> Result<ApiKey> {
        return fail(ErrorKind::BadInput, u"the environment variable \"%1\" holds no key: blanks, line ends and letters "
                                         "outside ASCII cannot be part of one."_s.arg(variable));
    });
}

Result<ApiKey> ApiKey::fromSession(const QString &key)
{
    ApiKey result;
    result.m_key = key.trimmed().toUtf8();
    // A line end would begin another header.
    const bool plain = std::ranges::all_of(result.m_key, [](char c) { return c > 0x20 && c < 0x7f; });
    if (!plain)
        return fail(ErrorKind::BadInput, u"the key holds blanks, line ends or letters outside ASCII. Copy it again."_s);
    return result;
}

QByteArray ApiKey::authorization() const
{
    return isEmpty() ? QByteArray() : "Authorization: Bearer " + m_key;
}

QString ApiKey::scrub(QString text) const
{
    if (isEmpty())
        return text;
    const QString key = QString::fromLatin1(m_key);
    text.replace(key, u"[key]"_s);
    return text.replace(QString::fromLatin1(QUrl::toPercentEncoding(key)), u"[key]"_s);
}

} // namespace autodidact
