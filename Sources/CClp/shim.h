// CLP's header uses bool without including its definition.
#include <stdbool.h>

#include <Clp_C_Interface.h>
