/** The name under which renderers have known the one mask. */
