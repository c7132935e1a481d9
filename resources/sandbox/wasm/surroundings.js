
// -- QuickJS in the place of surroundings.js of Node.js: what that removes is not here in the first place --------

const Module = innerModule;
