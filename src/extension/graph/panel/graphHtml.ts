export interface GraphHtmlParts {
  readonly cspSource: string;
  /** Letters and digits, new for every page. */
  readonly nonce: string;
  readonly scriptUri: string;
  readonly styleUris: readonly string[];
}

/** The page of the graph; all of its content is built by the script, from messages. */
export const graphHtml = ({
  cspSource,
  nonce,
  scriptUri,
  styleUris,
}: GraphHtmlParts): string => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Plan graph</title>
${styleUris.map((uri) => `<link rel="stylesheet" href="${uri}">`).join('\n')}
</head>
<body>
<script nonce="${nonce}" src="${scriptUri}"></script>
</body>
</html>
`;
