//! Plots as inline SVG, both axes logarithmic.

use plotters::prelude::*;
use std::fmt;
use std::ops::Range;

/// The horizontal axis.
#[derive(Debug, Clone, Copy)]
pub struct Axis {
    /// What it shows, and its unit.
    pub title: &'static str,
    /// Of its logarithm: labels stand at whole powers.
    pub base: f64,
}

/// A plot of lines and points.
#[derive(Debug)]
pub struct Plot {
    /// Above it.
    pub title: &'static str,
    /// Its horizontal axis.
    pub x: Axis,
    /// What the vertical axis shows, and its unit.
    pub y_title: &'static str,
    /// Its lines and points.
    pub series: Vec<Series>,
}

/// One line of a plot.
#[derive(Debug)]
pub struct Series {
    /// Its name in the legend.
    pub name: &'static str,
    /// Its colour.
    pub colour: Colour,
    /// A value without a logarithm leaves a gap.
    pub points: Vec<(f64, f64)>,
    /// How its points are drawn.
    pub mark: Mark,
}

/// How points are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Joined: bounds, whose points were not measured.
    Line,
    /// Each by itself.
    Dots,
    /// Each, and joined.
    LineAndDots,
}

/// What a colour stands for. The numbers are only names: the style sheet gives each its colour
/// in the light and in the dark theme.
#[derive(Debug, Clone, Copy)]
pub enum Colour {
    /// Axes, titles and labels.
    Ink = 1,
    /// Grid lines.
    Grid = 2,
    /// The first line.
    First = 3,
    /// The second line.
    Second = 4,
    /// Behind the legend.
    Paper = 5,
    /// The third line.
    Third = 6,
}

impl Colour {
    fn rgb(self) -> RGBColor {
        let n = self as u8;
        RGBColor(n, n, n)
    }
}

/// Small, so that labels stay legible where the page shrinks a plot to a telephone's width.
const SIZE: (u32, u32) = (520, 340);
const FONT: &str = "sans-serif";

impl Plot {
    /// The plot as an `svg` element.
    ///
    /// # Errors
    /// None in practice: it is written to memory.
    pub fn svg(&self) -> Result<String, fmt::Error> {
        let mut text = String::new();
        self.draw(SVGBackend::with_string(&mut text, SIZE)).map_err(|_| fmt::Error)?;
        let label = format!("<svg role=\"img\" aria-label=\"{}\" ", self.title);
        Ok(text.replacen("<svg ", &label, 1))
    }

    fn draw(&self, backend: SVGBackend<'_>) -> Result<(), Box<dyn std::error::Error>> {
        let area = backend.into_drawing_area();
        let ink = Colour::Ink.rgb();
        let font = |size: i32| (FONT, size).into_font().color(&ink);
        let points = || self.series.iter().flat_map(|s| &s.points).filter(drawable);
        let (x, y) = (whole_powers(self.x.base, points().map(|p| p.0)), decades(points().map(|p| p.1)));
        let mut chart = ChartBuilder::on(&area)
            .margin(10)
            .margin_right(24)
            .caption(self.title, font(22))
            .x_label_area_size(56)
            .y_label_area_size(84)
            .build_cartesian_2d(x.log_scale().base(self.x.base), y.log_scale())?;
        chart
            .configure_mesh()
            .axis_style(ink)
            .bold_line_style(Colour::Grid.rgb())
            .light_line_style(TRANSPARENT)
            .label_style(font(18))
            .axis_desc_style(font(19))
            .x_desc(self.x.title)
            .y_desc(self.y_title)
            .x_labels(9)
            .y_labels(8)
            .x_label_formatter(&|n| number(*n))
            .y_label_formatter(&|n| number(*n))
            .draw()?;
        for series in &self.series {
            let colour = series.colour.rgb();
            let points: Vec<_> = series.points.iter().copied().filter(|p| drawable(&p)).collect();
            if series.mark != Mark::Dots {
                chart
                    .draw_series(LineSeries::new(points.iter().copied(), colour.stroke_width(2)))?
                    .label(series.name)
                    .legend(move |(x, y)| PathElement::new([(x, y), (x + 20, y)], colour.stroke_width(2)));
            }
            if series.mark == Mark::Line {
                continue;
            }
            let dots = chart.draw_series(points.iter().map(|&p| Circle::new(p, 4, colour.filled())))?;
            if series.mark == Mark::Dots {
                dots.label(series.name).legend(move |(x, y)| Circle::new((x + 10, y), 4, colour.filled()));
            }
        }
        chart
            .configure_series_labels()
            .position(SeriesLabelPosition::UpperLeft)
            .background_style(Colour::Paper.rgb())
            .border_style(Colour::Grid.rgb())
            .label_font(font(18))
            .draw()?;
        area.present()?;
        Ok(())
    }
}

/// Whether a point has logarithms.
fn drawable(p: &&(f64, f64)) -> bool {
    p.0 > 0.0 && p.1 > 0.0 && p.1.is_finite()
}

/// Whole decades around the values, and one above them for the legend.
fn decades(values: impl Iterator<Item = f64>) -> Range<f64> {
    let range = whole_powers(10.0, values);
    range.start..10.0 * range.end
}

/// Whole powers of the base around the values.
fn whole_powers(base: f64, values: impl Iterator<Item = f64>) -> Range<f64> {
    let (low, high) = values.fold((f64::MAX, f64::MIN), |(l, h), v| (l.min(v), h.max(v)));
    if low > high {
        return 1.0..base;
    }
    let (from, to) = (low.log(base).floor(), high.log(base).ceil());
    // A little more, so that rounding does not cost the labels at the ends.
    base.powf(from - 0.001)..base.powf(to.max(from + 1.0) + 0.001)
}

/// A power of ten as people write it: plain where short, else with an exponent.
fn number(n: f64) -> String {
    if (0.001..100_000.0).contains(&n) { format!("{n}") } else { format!("{n:.0e}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plot(points: Vec<(f64, f64)>) -> String {
        let series = vec![Series { name: "a line", colour: Colour::First, points, mark: Mark::LineAndDots }];
        let x = Axis { title: "length in tokens", base: 2.0 };
        Plot { title: "A plot", x, y_title: "value", series }.svg().unwrap()
    }

    #[test]
    fn a_plot_has_titles_a_legend_and_every_point() {
        let svg = plot(vec![(64.0, 1e-7), (128.0, 3e-7), (256.0, 2e-6)]);
        for text in ["A plot", "length in tokens", "value", "a line", "128", "1e-7"] {
            assert!(svg.contains(text), "{text} in {svg}");
        }
        assert_eq!(svg.matches("<circle").count(), 3);
    }

    #[test]
    fn points_without_a_logarithm_are_left_out() {
        let svg = plot(vec![(64.0, f64::NAN), (128.0, 0.0), (256.0, f64::INFINITY), (512.0, 1.0)]);
        assert_eq!(svg.matches("<circle").count(), 1);
        assert_eq!(plot(Vec::new()).matches("<circle").count(), 0);
    }

    #[test]
    fn axes_end_at_whole_powers() {
        let near = |got: Range<f64>, want: Range<f64>| {
            (got.start / want.start - 1.0).abs() < 0.01 && (got.end / want.end - 1.0).abs() < 0.01
        };
        assert!(near(whole_powers(10.0, [0.5, 20.0].into_iter()), 0.1..100.0));
        assert!(near(whole_powers(2.0, [64.0].into_iter()), 64.0..128.0));
    }
}
