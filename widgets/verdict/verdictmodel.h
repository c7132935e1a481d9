#pragma once

#include "core/domain/attempt.h"
#include "core/domain/toolreport.h"
#include "widgets/base/theme.h"

#include <QAbstractItemModel>

namespace autodidact {

/// What was found about one attempt: groups Build, Tools, Visible, Own and Hidden with their rows.
class VerdictModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Group { Build, Visible, Own, Hidden, Tools };
    enum Column { NameColumn, MessageColumn, ColumnCount };
    enum Role {
        GroupRole = Qt::UserRole,    ///< int(Group); also of rows below it
        LineRole,                    ///< int: in the code under test, from 1; 0 unknown
        StatusRole,                  ///< int(TestStatus); invalid for all but tests
    };

    explicit VerdictModel(QObject *parent = nullptr) : QAbstractItemModel(parent) {}

    /// Another attempt replaces everything; a verdict that came later for the same one adds its group.
    void show(AttemptId attempt, const std::optional<Verdict> &visible, const std::optional<Verdict> &hidden,
              const std::optional<Verdict> &own = {}, const QList<ToolReport> &tools = {});
    void setIcons(const QIcon &passed, const QIcon &failed, const QIcon &notRun);
    void retranslate();

    /// Null for all but tests.
    const TestResult *testAt(const QModelIndex &index) const;
    QModelIndex groupIndex(Group group) const;
    /// The first test that failed, visible ones first, else the first build message; invalid when there is none.
    QModelIndex firstFailure() const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// A finding of a tool, or, with an empty message, that it found nothing or did not run.
    struct Finding {
        QString check;
        QString tool;
        ToolFinding said;

        bool operator==(const Finding &) const = default;
    };
    struct Part {
        Group group = Group::Visible;
        QList<TestResult> tests;
        QList<Diagnostic> diagnostics;
        QList<Finding> findings;

        qsizetype size() const { return tests.size() + diagnostics.size() + findings.size(); }
        bool operator==(const Part &) const = default;
    };

    static QList<Part> partsOf(const std::optional<Verdict> &visible, const std::optional<Verdict> &hidden,
                               const std::optional<Verdict> &own, const QList<ToolReport> &tools);
    static QList<Finding> findingsOf(const QList<ToolReport> &tools);
    void merge(const QList<Part> &parts);
    const Part &partOf(const QModelIndex &row) const;
    QString nameOf(const Part &part) const;
    QVariant testData(const TestResult &test, int column, int role) const;
    QVariant findingData(const Finding &finding, int column, int role) const;
    QVariant diagnosticData(const Diagnostic &diagnostic, int column, int role) const;

    AttemptId m_attempt;
    QList<Part> m_parts;
    QIcon m_passed, m_failed, m_notRun;
};

} // namespace autodidact
