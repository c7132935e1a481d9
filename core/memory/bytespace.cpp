#include "core/memory/bytespace.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace autodidact {

namespace {

constexpr float Largest = 127;

using Dot = int (*)(const qint8 *a, const qint8 *b, size_t size);

int dotOneByOne(const qint8 *a, const qint8 *b, size_t size)
{
    int sum = 0;
    for (size_t i = 0; i < size; ++i)
        sum += int(a[i]) * int(b[i]);
    return sum;
}

#if defined(__x86_64__)
__m128i load(const qint8 *from)
{
    return _mm_loadu_si128(reinterpret_cast<const __m128i *>(from));
}

int sumOf(__m128i sums)
{
    sums = _mm_add_epi32(sums, _mm_shuffle_epi32(sums, _MM_SHUFFLE(1, 0, 3, 2)));
    sums = _mm_add_epi32(sums, _mm_shuffle_epi32(sums, _MM_SHUFFLE(2, 3, 0, 1)));
    return _mm_cvtsi128_si32(sums);
}

int dotSse2(const qint8 *a, const qint8 *b, size_t size)
{
    __m128i sums = _mm_setzero_si128();
    size_t i = 0;
    for (; i + 16 <= size; i += 16) {
        const __m128i left = load(a + i);
        const __m128i right = load(b + i);
        // Each byte twice in a word, then shifted down: its sign is kept.
        const __m128i low = _mm_madd_epi16(_mm_srai_epi16(_mm_unpacklo_epi8(left, left), 8),
            _mm_srai_epi16(_mm_unpacklo_epi8(right, right), 8));
        const __m128i high = _mm_madd_epi16(_mm_srai_epi16(_mm_unpackhi_epi8(left, left), 8),
            _mm_srai_epi16(_mm_unpackhi_epi8(right, right), 8));
        sums = _mm_add_epi32(sums, _mm_add_epi32(low, high));
    }
    return sumOf(sums) + dotOneByOne(a + i, b + i, size - i);
}

__attribute__((target("avx2"))) int dotAvx2(const qint8 *a, const qint8 *b, size_t size)
{
    __m256i sums = _mm256_setzero_si256();
    size_t i = 0;
    for (; i + 16 <= size; i += 16)
        sums = _mm256_add_epi32(sums,
            _mm256_madd_epi16(
                _mm256_cvtepi8_epi16(load(a + i)), _mm256_cvtepi8_epi16(load(b + i))));
    return sumOf(_mm_add_epi32(_mm256_castsi256_si128(sums), _mm256_extracti128_si256(sums, 1)))
        + dotOneByOne(a + i, b + i, size - i);
}
#endif

Dot quickestDot()
{
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx2") ? &dotAvx2 : &dotSse2;
#else
    return &dotOneByOne;
#endif
}

const Dot dot = quickestDot();

} // namespace

ByteSpace::ByteSpace(int dimension)
    : m_dimension(size_t(dimension))
{
}

QByteArray ByteSpace::encoded(const Embedding &embedding) const
{
    float largest = 0;
    for (const float value : embedding)
        largest = std::max(largest, std::abs(value));
    const float scale = largest / Largest;
    QByteArray bytes(qsizetype(sizeof scale + m_dimension), 0);
    std::memcpy(bytes.data(), &scale, sizeof scale);
    for (qsizetype i = 0; scale > 0 && i < embedding.size(); ++i)
        bytes[qsizetype(sizeof scale) + i] = char(std::lround(embedding.at(i) / scale));
    return bytes;
}

float ByteSpace::distance(const void *a, const void *b, const void *dimension)
{
    float left = 0;
    float right = 0;
    std::memcpy(&left, a, sizeof left);
    std::memcpy(&right, b, sizeof right);
    const int sum = dot(static_cast<const qint8 *>(a) + sizeof left,
        static_cast<const qint8 *>(b) + sizeof right, *static_cast<const size_t *>(dimension));
    return 1 - float(sum) * left * right;
}

} // namespace autodidact
