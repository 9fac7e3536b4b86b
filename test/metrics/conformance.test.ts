import { metricConformance } from './conformance';
import { specimens } from './specimens';

specimens.forEach(metricConformance);
