#pragma once

/// Signatures as people paste them; long texts stay out of files that moc reads.
namespace signaturesamples {

inline constexpr char python[] = R"(from typing import List


def longest(words: List[str], limit: int = 3) -> str:
    """The longest of the words, at most limit of them looked at.

    Ties go to the first.

    >>> longest(["a", "bb"])
    'bb'
    >>> longest([], 1)
    ''
    """
)";

inline constexpr char whole[] = R"(def area(width, height):
    """Width times height.

    area(2, 3) == 6
    """
    return width * height
)";

inline constexpr char javascript[] = R"(// The sum of both.
// add(1, 2) // 3
// add(0.5, 0.5) => 1
function add(a, b)
)";

inline constexpr char java[] = R"(/**
 * The sum of both.
 * Solution.add(1, 2) // 3
 */
static int add(int a, int b))";

inline constexpr char rust[] = R"(/// The sum of both.
/// add(1, 2) // 3
pub fn add(a: i32, b: i32) -> i32 {
    a + b
})";

} // namespace signaturesamples
