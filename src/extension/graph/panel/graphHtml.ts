export interface GraphHtmlParts {
  readonly cspSource: string;
  /** Letters and digits, new for every page. */
  readonly nonce: string;
  /** Shown nowhere, and heard by who looks for it. */
  readonly title: string;
  readonly scriptUri: string;
  readonly styleUris: readonly string[];
}

/** The page of a panel; all of its content is built by the script, from messages. */
export const graphHtml = ({
  cspSource,
  nonce,
  title,
  scriptUri,
  styleUris,
}: GraphHtmlParts): string => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
${styleUris.map((uri) => `<link rel="stylesheet" href="${uri}">`).join('\n')}
</head>
<body>
<script nonce="${nonce}" src="${scriptUri}"></script>
</body>
</html>
`;

const escaped = (text: string): string => text.replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`);
