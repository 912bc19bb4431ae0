//! A report in the XML of `JUnit`, which CI servers show: each edit is a test, and fails if it makes the command fail.

use quick_junit::{NonSuccessKind, Property, Report as Junit, TestCase, TestCaseStatus, TestSuite};
use token_codes_build::diff::Located;

use super::Report;

pub(super) fn write(report: &Report) -> String {
    let mut suite = TestSuite::new(report.compared.source.path());
    suite.add_property(Property::new("version bump", report.compared.bump().as_str()));
    suite.add_test_cases(report.compared.findings.iter().map(|located| test(report, located)));
    let mut junit = Junit::new("token-codes diff");
    junit.add_test_suite(suite);
    // It is written into memory, and texts of a catalog have no control characters.
    junit.to_string().expect("every text can stand in XML")
}

fn test(report: &Report, Located { finding, .. }: &Located) -> TestCase {
    let mut status = TestCaseStatus::success();
    if report.is_failed_by(finding) {
        status = TestCaseStatus::non_success(NonSuccessKind::Failure);
        status.set_type(finding.rule.name()).set_message(&*finding.message);
        status.set_description(finding.rule.instead());
    }
    let mut test = TestCase::new(&*finding.message, status);
    test.set_classname(finding.rule.name());
    test
}
