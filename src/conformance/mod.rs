//! Cases, tolerances and reports, shared by the tests and the commands.
