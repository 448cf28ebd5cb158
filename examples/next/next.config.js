export default {
  // The toolkit reads its WebAssembly from beside its own file, which a bundle is not. Only this folder of the package
  // stays out: `article-card/react` has to be in the bundle, as it takes its React from there.
  serverExternalPackages: ["article-card/toolkit"],
};
