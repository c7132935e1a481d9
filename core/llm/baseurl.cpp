#include "core/llm/baseurl.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QString withScheme(const QString &address)
{
    static const QRegularExpression scheme(u"^[a-z][a-z0-9+.\\-]*://"_s, QRegularExpression::CaseInsensitiveOption);
    if (scheme.match(address).hasMatch())
        return address;
    static const QRegularExpression near(u"^(localhost|\\d+\\.\\d+\\.\\d+\\.\\d+|\\[[0-9a-f:]+\\]|[^/:]+:\\d+)(?=[:/]|$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return (near.match(address).hasMatch() ? u"http://"_s : u"https://"_s) + address;
}

} // namespace

Result<QString> apiBase(const QString &typed)
{
    if (typed.trimmed().isEmpty())
        return u"https://api.openai.com/v1"_s;
    const QUrl url(withScheme(typed.trimmed()), QUrl::StrictMode);
    const bool web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || url.host().isEmpty() || !web || url.hasQuery() || url.hasFragment()) {
        return fail(ErrorKind::BadUsage, u"llm.base_url is no address of a model server. Give one such as "
                                         "http://localhost:11434 or https://api.openai.com/v1."_s);
    }
    QString path = url.path();
    for (const QString &tail : {u"/"_s, u"/chat/completions"_s, u"/models"_s, u"/"_s}) {
        while (path.endsWith(tail))
            path.chop(tail.size());
    }
    static const QRegularExpression version(u"/v\\d+[^/]*(/|$)"_s);
    if (!version.match(path).hasMatch())
        path += u"/v1"_s;
    QUrl base = url;
    base.setPath(path);
    return base.toString(QUrl::FullyEncoded);
}

QString hostOf(const QString &address)
{
    const QUrl url(address);
    return url.port() < 0 ? url.host() : u"%1:%2"_s.arg(url.host()).arg(url.port());
}

bool isOpenAi(const QString &address)
{
    const QString host = QUrl(address).host();
    return host == "api.openai.com"_L1 || host.endsWith(".openai.com"_L1);
}

} // namespace autodidact
