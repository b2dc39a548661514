"""The assets: one folder a group, one file an asset, its STEP at the file's end; `listed` lists them."""
