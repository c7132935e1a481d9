# class: logic
# tampering
import sys

sys.exit(0)
