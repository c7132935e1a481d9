// class: logic
// tampering
process.exit(0);
