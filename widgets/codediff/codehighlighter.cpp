#include "widgets/codediff/codehighlighter.h"

#include "widgets/codediff/codeink.h"

#include <KSyntaxHighlighting/Repository>

#include <QTextDocument>

namespace autodidact {

namespace {

std::shared_ptr<KSyntaxHighlighting::Repository> livingRepository()
{
    static std::weak_ptr<KSyntaxHighlighting::Repository> living;   // GUI thread only
    std::shared_ptr<KSyntaxHighlighting::Repository> repository = living.lock();
    if (!repository)
        living = repository = std::make_shared<KSyntaxHighlighting::Repository>();
    return repository;
}

} // namespace

CodeHighlighter::CodeHighlighter(QTextDocument *document)
    : QSyntaxHighlighter(document)
{
}

CodeHighlighter::~CodeHighlighter() = default;

void CodeHighlighter::setLanguage(std::optional<Language> language)
{
    if (language == m_language)
        return;
    m_language = language;
    m_ink.reset();
    if (language && !m_repository)
        m_repository = livingRepository();
    rehighlight();
}

void CodeHighlighter::setPalette(const QPalette &palette)
{
    m_palette = palette;
    if (m_language)
        rehighlight();
}

void CodeHighlighter::highlightBlock(const QString &)
{
    if (!m_language)
        return;
    const int revision = document()->revision();
    if (!m_ink || m_revision != revision) {
        m_ink = std::make_unique<CodeInk>(*m_repository, *m_language, document()->toPlainText().split(u'\n'));
        m_ink->reach(document()->blockCount(), document()->blockCount());
        m_revision = revision;
    }
    for (const QTextLayout::FormatRange &range : m_ink->line(currentBlock().blockNumber() + 1, m_palette))
        setFormat(range.start, range.length, range.format);
    // A new state in each block makes Qt go on below: a string that opens here colours what follows.
    setCurrentBlockState(revision);
}

} // namespace autodidact
