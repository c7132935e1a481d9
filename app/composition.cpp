#include "app/composition.h"
