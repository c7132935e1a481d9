#include "core/student/faults/curly/grammar.h"

namespace autodidact {

namespace {

using Names = QHash<QByteArray, Concept>;
using C = Concept;

const Names javaScript{{"function_declaration", C::Function}, {"method_definition", C::Function},
    {"function_expression", C::Lambda}, {"arrow_function", C::Lambda}, {"statement_block", C::Block},
    {"if_statement", C::If}, {"while_statement", C::While}, {"for_statement", C::CountingLoop},
    {"for_in_statement", C::EachLoop}, {"return_statement", C::Return}, {"call_expression", C::Call},
    {"new_expression", C::Creation}, {"binary_expression", C::Binary}, {"assignment_expression", C::Assignment},
    {"augmented_assignment_expression", C::Assignment}, {"update_expression", C::Update},
    {"variable_declarator", C::Declaration}, {"subscript_expression", C::Index}, {"number", C::Integer},
    {"string", C::Text}, {"template_string", C::Text}, {"true", C::Boolean}, {"false", C::Boolean},
    {"null", C::Nothing}, {"undefined", C::Nothing}, {"ternary_expression", C::Choice},
    {"unary_expression", C::Negation}, {"array", C::List}, {"identifier", C::Identifier},
    {"import_statement", C::Import}, {"expression_statement", C::Statement}, {"lexical_declaration", C::Statement},
    {"variable_declaration", C::Statement}, {"throw_statement", C::Statement}, {"arguments", C::Arguments}};

const Names java{{"method_declaration", C::Function}, {"lambda_expression", C::Lambda}, {"block", C::Block},
    {"if_statement", C::If}, {"while_statement", C::While}, {"for_statement", C::CountingLoop},
    {"enhanced_for_statement", C::EachLoop}, {"return_statement", C::Return}, {"method_invocation", C::Call},
    {"object_creation_expression", C::Creation}, {"binary_expression", C::Binary},
    {"assignment_expression", C::Assignment}, {"update_expression", C::Update}, {"variable_declarator", C::Declaration},
    {"array_access", C::Index}, {"decimal_integer_literal", C::Integer}, {"string_literal", C::Text}, {"true", C::Boolean},
    {"false", C::Boolean}, {"null_literal", C::Nothing}, {"ternary_expression", C::Choice},
    {"unary_expression", C::Negation}, {"array_initializer", C::List}, {"identifier", C::Identifier},
    {"import_declaration", C::Import}, {"expression_statement", C::Statement}, {"local_variable_declaration", C::Statement},
    {"throw_statement", C::Statement}, {"argument_list", C::Arguments}};

const Names rust{{"function_item", C::Function}, {"closure_expression", C::Lambda}, {"block", C::Block},
    {"if_expression", C::If}, {"while_expression", C::While}, {"for_expression", C::EachLoop},
    {"return_expression", C::Return}, {"call_expression", C::Call}, {"binary_expression", C::Binary},
    {"assignment_expression", C::Assignment}, {"compound_assignment_expr", C::Assignment},
    {"let_declaration", C::Declaration}, {"index_expression", C::Index}, {"range_expression", C::Range},
    {"integer_literal", C::Integer}, {"string_literal", C::Text}, {"boolean_literal", C::Boolean},
    {"unary_expression", C::Negation}, {"tuple_expression", C::List}, {"array_expression", C::List},
    {"identifier", C::Identifier}, {"use_declaration", C::Import}, {"expression_statement", C::Statement},
    {"arguments", C::Arguments}};

} // namespace

Concept conceptNamed(Language language, QByteArrayView kind)
{
    const Names &names = language == Language::Rust ? rust : language == Language::Java ? java : javaScript;
    return names.value(QByteArray::fromRawData(kind.data(), kind.size()), Concept::Other);
}

} // namespace autodidact
