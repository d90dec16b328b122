/** A colour theme as a webview gets it: a class on the body and variables on the root. */
export interface Theme {
  readonly name: string;
  readonly bodyClass: string;
  readonly variables: Readonly<Record<string, string>>;
}

const fonts = { 'font-family': 'system-ui, "DejaVu Sans", sans-serif', 'font-size': '13px' };

export const light: Theme = {
  name: 'light',
  bodyClass: 'vscode-light',
  variables: {
    ...fonts,
    foreground: '#3b3b3b',
    descriptionForeground: '#3b3b3b',
    'editor-background': '#ffffff',
    'editorWidget-background': '#f8f8f8',
    focusBorder: '#005fb8',
    'button-background': '#005fb8',
    'button-foreground': '#ffffff',
    'charts-green': '#388a34',
    'charts-blue': '#1a85ff',
    'charts-purple': '#652d90',
    'charts-yellow': '#bf8803',
    'charts-red': '#e51400',
    errorForeground: '#c72e0f',
    'toolbar-hoverBackground': '#b8b8b850',
  },
};

export const dark: Theme = {
  name: 'dark',
  bodyClass: 'vscode-dark',
  variables: {
    ...fonts,
    foreground: '#cccccc',
    descriptionForeground: '#9d9d9d',
    'editor-background': '#1f1f1f',
    'editorWidget-background': '#202020',
    focusBorder: '#0078d4',
    'button-background': '#0078d4',
    'button-foreground': '#ffffff',
    'charts-green': '#89d185',
    'charts-blue': '#3794ff',
    'charts-purple': '#b180d7',
    'charts-yellow': '#cca700',
    'charts-red': '#f14c4c',
    errorForeground: '#f85149',
    'toolbar-hoverBackground': '#5a5d5e50',
  },
};

export const highContrast: Theme = {
  name: 'high-contrast',
  bodyClass: 'vscode-high-contrast',
  variables: {
    ...fonts,
    foreground: '#ffffff',
    descriptionForeground: '#ffffffb3',
    'editor-background': '#000000',
    'editorWidget-background': '#0c141f',
    contrastBorder: '#6fc3df',
    contrastActiveBorder: '#f38518',
    focusBorder: '#f38518',
    'button-foreground': '#ffffff',
    'charts-green': '#89d185',
    'charts-blue': '#3794ff',
    'charts-purple': '#b180d7',
    'charts-yellow': '#cca700',
    'charts-red': '#f14c4c',
    errorForeground: '#f48771',
  },
};

export const highContrastLight: Theme = {
  name: 'high-contrast-light',
  bodyClass: 'vscode-high-contrast vscode-high-contrast-light',
  variables: {
    ...fonts,
    foreground: '#292929',
    descriptionForeground: '#292929b3',
    'editor-background': '#ffffff',
    'editorWidget-background': '#ffffff',
    contrastBorder: '#0f4a85',
    contrastActiveBorder: '#006bbd',
    focusBorder: '#006bbd',
    'button-background': '#0f4a85',
    'button-foreground': '#ffffff',
    'charts-green': '#374e06',
    'charts-blue': '#1a85ff',
    'charts-purple': '#652d90',
    'charts-yellow': '#895503',
    'charts-red': '#b5200d',
    errorForeground: '#b5200d',
  },
};

export const themes: readonly Theme[] = [light, dark, highContrast, highContrastLight];
