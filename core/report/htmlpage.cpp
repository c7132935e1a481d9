#include "core/report/htmlpage.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

    const QString styleSheet = uR"css(
:root{color-scheme:light dark;--ground:#fff;--raised:#f6f7f8;--text:#1b1d1f;--faint:#5f6368;--line:#dadce0;
--pass:#00735c;--fail:#b3261e;--run:#0b5cad;--wait:#8a5a00;--infra:#5f6368;--band:#0b5cad1f;--trust:#8a5a0017;--gain:#00735c1f}
@media (prefers-color-scheme:dark){:root{--ground:#17191c;--raised:#202327;--text:#e6e8ea;--faint:#a9afb5;--line:#3a3f45;
--pass:#7fe0c0;--fail:#f2695c;--run:#7cb7ff;--wait:#f2b84b;--infra:#a9afb5;--band:#7cb7ff2b;--trust:#f2b84b1c;--gain:#7fe0c026}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.55 system-ui,"Segoe UI","Noto Sans","DejaVu Sans",sans-serif}
main{max-width:64rem;margin:0 auto;padding:2.2rem 1.4rem 4rem}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .3rem;overflow-wrap:anywhere}
h2{font-size:1.25rem;margin:2.8rem 0 .8rem;padding-bottom:.3rem;border-bottom:1px solid var(--line)}
h3{font-size:1rem;margin:1.4rem 0 .4rem}
p{margin:.5rem 0;max-width:46rem}
.sub{color:var(--faint);margin:0 0 1rem}
nav{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;margin:1rem 0;font-size:.9rem}
a{color:var(--run)}
.remark{border-left:4px solid var(--line);background:var(--raised);padding:.55rem .9rem;margin:.5rem 0;border-radius:0 6px 6px 0}
.remark.danger{border-color:var(--fail);color:var(--fail);font-weight:600}.remark.warn{border-color:var(--wait)}.remark.info{border-color:var(--run)}
.cards{display:grid;grid-template-columns:repeat(3,1fr);gap:.7rem;margin:1.2rem 0}
@media (max-width:38rem){.cards{grid-template-columns:repeat(2,1fr)}}
.card{background:var(--raised);border:1px solid var(--line);border-radius:8px;padding:.7rem .9rem;break-inside:avoid}
.card .label{font-size:.82rem;color:var(--faint)}
.card .value{font-size:1.45rem;font-weight:600;font-variant-numeric:tabular-nums;white-space:nowrap}
.card .below{font-size:.82rem;color:var(--faint)}
.wide{overflow-x:auto;margin:.8rem 0}
table{border-collapse:collapse;width:100%;font-size:.88rem;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--faint);padding:0 0 .35rem}
th,td{text-align:left;vertical-align:top;padding:.38rem .6rem .38rem 0;border-bottom:1px solid var(--line)}
th{font-weight:600;color:var(--faint);white-space:nowrap}
th.n,td.n{text-align:right;padding-right:.8rem}
td.n{white-space:nowrap}
td small{color:var(--faint);display:block}
code,pre{font-family:ui-monospace,"DejaVu Sans Mono","Noto Sans Mono",monospace;font-size:.86rem;overflow-wrap:anywhere}
td code{white-space:pre-wrap}
pre.diff{white-space:pre-wrap;background:var(--raised);border:1px solid var(--line);border-radius:6px;padding:.6rem .8rem;margin:.5rem 0}
pre.diff span{display:block}
pre.diff .add{color:var(--run)}pre.diff .del{color:var(--wait);text-decoration:line-through;text-decoration-thickness:1px}
details{border:1px solid var(--line);border-radius:6px;padding:.45rem .9rem;margin:.5rem 0}
summary{cursor:pointer;overflow-wrap:anywhere}
.tag{display:inline-block;font-size:.78rem;border:1px solid currentColor;border-radius:4px;padding:0 .4rem;margin-right:.35rem;white-space:nowrap}
.pass{color:var(--pass)}.fail{color:var(--fail)}.wait{color:var(--wait)}.run{color:var(--run)}.faint{color:var(--faint)}
figure{margin:1rem 0}figcaption{font-size:.86rem;color:var(--faint);max-width:46rem}
svg{display:block;width:100%;height:auto;max-width:100%}
svg.tree{width:auto}
svg text{font:12px system-ui,"Segoe UI","Noto Sans","DejaVu Sans",sans-serif;fill:var(--faint)}
svg text.strong{fill:var(--text);font-weight:600}svg text.back{fill:var(--wait)}
svg .axis{stroke:var(--line);stroke-width:1}svg .grid{stroke:var(--line);stroke-width:.6}
svg .zero{stroke:var(--faint);stroke-width:1}
svg .band{fill:var(--band)}svg .gainband{fill:var(--gain)}svg .trust{fill:var(--trust)}
svg .curve{fill:none;stroke:var(--run);stroke-width:2}svg .gain{fill:none;stroke:var(--pass);stroke-width:2;stroke-dasharray:6 3}
svg .dot{fill:var(--run)}svg .diamond{fill:var(--pass)}svg .hollow{fill:var(--ground);stroke:var(--run);stroke-width:1.6}
svg .mark{stroke:var(--faint);stroke-width:1;stroke-dasharray:2 3}svg .rollback{fill:var(--wait)}svg .fall{stroke:var(--wait);stroke-width:1.2}
svg .whisker{stroke:var(--pass);stroke-width:1.2}svg .edge{fill:none;stroke:var(--faint);stroke-width:1.4}
svg .node{fill:var(--raised);stroke:var(--faint);stroke-width:1.4}svg .node.now{stroke:var(--run);stroke-width:3}
svg .node.good{stroke:var(--pass)}svg .node.bad{stroke:var(--fail)}
@media print{:root{--ground:#fff;--text:#000;--raised:#fff}main{max-width:none;padding:0}body{font-size:11pt}
nav{display:none}h2{break-after:avoid}table,figure{break-inside:avoid}.wide{overflow:visible}details>*{display:block}}
)css"_s;

    bool isHarmful(QChar c)
    {
        const char16_t code = c.unicode();
        const bool control = (code < 0x20 && code != u'\n' && code != u'\t') || (code >= 0x7f && code <= 0x9f);
        const bool direction = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
        return control || direction || code == 0xfffe || code == 0xffff;
}

} // namespace

QString escapedHtml(const QString &text)
{
    QString clean = text;
    for (QChar &c : clean) {
        if (isHarmful(c))
            c = QChar(QChar::ReplacementCharacter);
    }
    return clean.toHtmlEscaped().replace(u'\'', u"&#39;"_s);
}

QString htmlPage(const QString &title, const QString &body)
{
    return u"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"_s
        + escapedHtml(title) + u"</title>\n<style>"_s + styleSheet + u"</style>\n</head>\n<body>\n<main>\n"_s + body
        + u"</main>\n</body>\n</html>\n"_s;
}

QString htmlTable(const QString &caption, const QStringList &header, const QList<QStringList> &rows, const QList<int> &numeric)
{
    const auto cell = [&](QLatin1StringView tag, qsizetype column, const QString &content) {
        const QString css = numeric.contains(int(column)) ? u" class=\"n\""_s : QString();
        const QString scope = tag == "th"_L1 ? u" scope=\"col\""_s : QString();
        return u'<' + QString(tag) + scope + css + u'>' + content + u"</"_s + QString(tag) + u'>';
    };
    QString out = u"<div class=\"wide\"><table>"_s;
    if (!caption.isEmpty())
        out += u"<caption>"_s + escapedHtml(caption) + u"</caption>"_s;
    out += u"<thead><tr>"_s;
    for (qsizetype i = 0; i < header.size(); ++i)
        out += cell("th"_L1, i, escapedHtml(header[i]));
    out += u"</tr></thead>\n<tbody>\n"_s;
    for (const QStringList &row : rows) {
        out += u"<tr>"_s;
        for (qsizetype i = 0; i < row.size(); ++i)
            out += cell("td"_L1, i, row[i]);
        out += u"</tr>\n"_s;
    }
    return out + u"</tbody></table></div>\n"_s;
}

QString htmlSection(const QString &id, const QString &heading, const QString &body)
{
    return u"<section id=\""_s + id + u"\"><h2>"_s + escapedHtml(heading) + u"</h2>\n"_s + body + u"</section>\n"_s;
}

QString htmlFigureCard(const QString &label, const QString &value, const QString &below)
{
    return u"<div class=\"card\"><div class=\"label\">"_s + escapedHtml(label) + u"</div><div class=\"value\">"_s
        + escapedHtml(value) + u"</div><div class=\"below\">"_s + escapedHtml(below) + u"</div></div>\n"_s;
}

QString htmlRemark(const QString &kind, const QString &text)
{
    return u"<p class=\"remark "_s + kind + u"\">"_s + escapedHtml(text) + u"</p>\n"_s;
}

} // namespace autodidact
