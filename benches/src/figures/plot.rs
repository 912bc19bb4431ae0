//! The plot of what a build takes against the size of the catalog: both scales are logarithmic.

use std::fmt::Write as _;
use std::fs;

use crate::project::root;

/// What a shape of the catalog takes: seconds of rustc for so many codes.
pub(crate) struct Series {
    name: &'static str,
    points: Vec<(f64, f64)>,
}

impl Series {
    pub(crate) fn new(name: &'static str) -> Self {
        Self { name, points: Vec::new() }
    }

    #[allow(clippy::cast_precision_loss, reason = "the codes are few")]
    pub(crate) fn push(&mut self, codes: usize, seconds: f64) {
        self.points.push((codes as f64, seconds));
    }
}

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 360.0;
/// Around the axes; the names of the series stand at the right, since at the lines' ends they would meet.
const LEFT: f64 = 70.0;
const RIGHT: f64 = 190.0;
const TOP: f64 = 40.0;
const BOTTOM: f64 = 45.0;

/// The powers of ten at the ends of the axes.
const CODES: (f64, f64) = (1.0, 5.0);
const SECONDS: (f64, f64) = (-2.0, 3.0);

/// Readable on white and on black.
const COLOURS: [&str; 3] = ["#d1495b", "#c58b1b", "#2a8fbd"];

/// Writes the plot.
pub(crate) fn draw(series: &[Series; 3]) {
    fs::write(root().join("docs/build-cost.svg"), svg(series)).expect("the plot can be written");
}

fn svg(series: &[Series; 3]) -> String {
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" \
         font-family=\"system-ui, sans-serif\" font-size=\"12\" fill=\"#808890\">\n\
         <title>What rustc takes for a catalog, against its number of codes</title>\n\
         <text x=\"{LEFT}\" y=\"20\" font-size=\"14\">rustc, seconds of processor time, release build</text>\n"
    );
    draw_scales(&mut out);
    for (number, (series, colour)) in (0_u8..).zip(series.iter().zip(COLOURS)) {
        draw_series(&mut out, series, colour);
        let y = TOP + 4.0 + 18.0 * f64::from(number);
        let (x, name) = (WIDTH - RIGHT + 8.0, series.name.replace('&', "&amp;"));
        let _ = writeln!(out, "<text x=\"{x:.1}\" y=\"{y:.1}\" fill=\"{colour}\">{name}</text>");
    }
    out + "</svg>\n"
}

fn draw_scales(out: &mut String) {
    let (right, bottom) = (WIDTH - RIGHT, HEIGHT - BOTTOM);
    for (power, label) in (-2..=3).zip(["0.01", "0.1", "1", "10", "100", "1,000"]) {
        let y = y(10_f64.powi(power));
        let _ = writeln!(
            out,
            "<path d=\"M{LEFT} {y:.1}H{right}\" stroke=\"#808890\" stroke-opacity=\".25\"/>\
             <text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{label}</text>",
            LEFT - 8.0,
            y + 4.0
        );
    }
    for (power, label) in (1..=5).zip(["10", "100", "1,000", "10,000", "100,000"]) {
        let x = x(10_f64.powi(power));
        let _ = writeln!(
            out,
            "<text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{label}</text>",
            bottom + 18.0
        );
    }
    let middle = f64::midpoint(LEFT, right);
    let _ =
        writeln!(out, "<text x=\"{middle}\" y=\"{:.1}\" text-anchor=\"middle\">codes</text>", HEIGHT - 8.0);
}

fn draw_series(out: &mut String, series: &Series, colour: &str) {
    let points: Vec<_> = series.points.iter().map(|(codes, seconds)| (x(*codes), y(*seconds))).collect();
    let line: Vec<_> = points.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
    let _ = writeln!(
        out,
        "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>",
        line.join(" ")
    );
    for (x, y) in &points {
        let _ = writeln!(out, "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3.5\" fill=\"{colour}\"/>");
    }
}

fn x(codes: f64) -> f64 {
    let share = (codes.log10() - CODES.0) / (CODES.1 - CODES.0);
    LEFT + share * (WIDTH - RIGHT - LEFT)
}

fn y(seconds: f64) -> f64 {
    let share = (seconds.log10() - SECONDS.0) / (SECONDS.1 - SECONDS.0);
    HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP)
}
