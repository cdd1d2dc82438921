/** The Python that runs the tools, whatever version builds the package. */
export const TOOLS_PYTHON = '3.13';
