#pragma once

#include "core/domain/language.h"

#include <QPalette>
#include <QSyntaxHighlighter>

#include <memory>

namespace KSyntaxHighlighting {
class Repository;
}

namespace autodidact {

class CodeInk;

/// Colours a text that is being edited, in the colours of the code diff. GUI thread. Meant for short programs: the
/// text is looked through anew after each change.
class CodeHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit CodeHighlighter(QTextDocument *document);
    ~CodeHighlighter() override;

    void setLanguage(std::optional<Language> language);   ///< none: plain text
    void setPalette(const QPalette &palette);

protected:
    void highlightBlock(const QString &text) override;

private:
    std::shared_ptr<KSyntaxHighlighting::Repository> m_repository;   ///< of all that live: it takes a while to read
    std::unique_ptr<CodeInk> m_ink;
    std::optional<Language> m_language;
    QPalette m_palette;
    int m_revision = -1;                                  ///< of the document that m_ink has read
};

} // namespace autodidact
