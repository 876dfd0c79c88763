// Nothing: this target owns the precompiled headers.
