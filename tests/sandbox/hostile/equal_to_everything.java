// class: logic
// tampering
class Solution {
    static Object attack() {
        return new Object() {
            @Override
            public boolean equals(Object other) {
                return true;
            }

            @Override
            public int hashCode() {
                return 42;
            }
        };
    }
}
