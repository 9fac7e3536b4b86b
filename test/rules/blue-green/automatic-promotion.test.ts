import { automaticPromotion } from '../../../src/rules/blue-green/automatic-promotion';
import { blueGreen } from '../manifests';
import { testRule } from '../test-rule';

testRule(automaticPromotion, {
  valid: [
    { name: 'a person', yaml: blueGreen('\nautoPromotionEnabled: false') },
    { name: 'a time', yaml: blueGreen('\nautoPromotionSeconds: 300') },
    { name: 'a time that is said to be automatic', yaml: blueGreen('\nautoPromotionEnabled: true\nautoPromotionSeconds: 300') },
    { name: 'a person and no time', yaml: blueGreen('\nautoPromotionEnabled: false\nautoPromotionSeconds: 0') },
  ],
  invalid: [{
    name: 'a person and a time',
    yaml: blueGreen('\nautoPromotionEnabled: false\nautoPromotionSeconds: 300'),
    findings: [{
      path: 'spec.strategy.blueGreen.autoPromotionSeconds',
      message: 'is ignored beside autoPromotionEnabled: false, got 300: nothing switches until a person says so; drop autoPromotionSeconds, or autoPromotionEnabled: false',
      class: 'risky',
    }],
  }],
});
