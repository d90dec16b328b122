import { answerWith } from '../node/thread';
import { drawSvg, layoutText } from './layout';

// Entry of the thread that lays out graphs on the desktop.
answerWith({ layout: layoutText, svg: drawSvg });
