#pragma once

#include <QStringList>

namespace autodidact {

/// Text as HTML: special characters escaped, control and direction-override characters made visible.
/// Everything that a model, a suite or a person wrote goes through it.
QString escapedHtml(const QString &text);

/// A whole document around \p body: style sheet, light and dark colours, a policy that forbids scripts and every fetch.
/// \p title is plain text; \p body is HTML.
QString htmlPage(const QString &title, const QString &body);

/// A table. Cells are HTML; columns named in \p numeric (from 0) are right-aligned. A caption of plain text stands above.
QString htmlTable(const QString &caption, const QStringList &header, const QList<QStringList> &rows,
                  const QList<int> &numeric = {});

/// A section with a heading of plain text and an anchor id.
QString htmlSection(const QString &id, const QString &heading, const QString &body);

/// One big figure with its label; all plain text.
QString htmlFigureCard(const QString &label, const QString &value, const QString &below);

/// A coloured remark; \p kind is "danger", "warn" or "info", \p text plain.
QString htmlRemark(const QString &kind, const QString &text);

} // namespace autodidact
