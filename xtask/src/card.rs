//! The preview image of a framework: its cover as a PNG file, for link previews and newsletters.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use next_rung::assessment::framework::Framework;
use next_rung::report::svg::{Scheme, cover};
use next_rung::words::ENGLISH_COVER;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Tree};

use crate::tools;

/// The fonts of the preview images, below `node_modules/`. No image may depend on the fonts of the machine that draws
/// it.
const FONTS: [&str; 3] = [
    "@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf",
    "@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf",
    "@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf",
];

/// The maximum number of colors in a palette of bytes.
const PALETTE: usize = 256;

/// Draws the preview image of a framework into a file.
pub fn write(framework: &Framework, path: &Path) -> Result<()> {
    let picture = draw(&cover(&ENGLISH_COVER, framework, Scheme::Light))?;
    fs::write(path, compressed(&picture)?).with_context(|| path.display().to_string())
}

/// Renders an SVG file to pixels.
fn draw(svg: &str) -> Result<Pixmap> {
    let options = Options { fontdb: Arc::new(fonts()?), ..Options::default() };
    let tree = Tree::from_str(svg, &options)?;
    let size = tree.size().to_int_size();
    let mut picture = Pixmap::new(size.width(), size.height()).context("a card has a size")?;
    resvg::render(&tree, Transform::identity(), &mut picture.as_mut());
    Ok(picture)
}

/// Returns the fonts, and assigns them to the general families. The other fonts named in the file are not available.
fn fonts() -> Result<Database> {
    let folder = tools::npm()?.join("node_modules");
    let mut fonts = Database::new();
    for font in FONTS {
        let path = folder.join(font);
        fonts.load_font_data(fs::read(&path).with_context(|| path.display().to_string())?);
    }
    fonts.set_serif_family("Source Serif 4");
    fonts.set_sans_serif_family("Source Sans 3");
    Ok(fonts)
}

/// Encodes the picture as a PNG file with a palette, which takes half the space.
///
/// A preview image has a few plain colors and many shades between them at the edges of letters. The rarest shades become
/// their nearest neighbors.
fn compressed(picture: &Pixmap) -> Result<Vec<u8>> {
    let colors: Vec<_> = picture.pixels().iter().map(|each| [each.red(), each.green(), each.blue()]).collect();
    let mut counts = BTreeMap::new();
    for color in &colors {
        *counts.entry(*color).or_insert(0_usize) += 1;
    }
    let mut palette: Vec<_> = counts.keys().copied().collect();
    palette.sort_by_key(|color| Reverse(counts[color]));
    palette.truncate(PALETTE);
    let places: BTreeMap<_, _> = counts.into_keys().map(|color| (color, nearest(&palette, color))).collect();
    let indices: Vec<_> = colors.iter().map(|color| places[color]).collect();

    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, picture.width(), picture.height());
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_palette(palette.concat());
    encoder.set_compression(png::Compression::High);
    // Neighboring positions in a palette have nothing in common.
    encoder.set_filter(png::Filter::NoFilter);
    encoder.write_header()?.write_image_data(&indices)?;
    Ok(file)
}

/// Returns the index of the closest color.
fn nearest(palette: &[[u8; 3]], color: [u8; 3]) -> u8 {
    let difference = |other: [u8; 3]| -> u32 {
        other.iter().zip(color).map(|(&one, other)| u32::from(one.abs_diff(other)).pow(2)).sum()
    };
    let places = (0_u8..=u8::MAX).zip(palette);
    places.min_by_key(|(_, other)| difference(**other)).map_or(0, |(place, _)| place)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Cursor;
    use std::ops::Range;
    use std::path::Path;

    use next_rung::assessment::catalogue::PUBLISHED;
    use next_rung::formats::framework_file;

    use super::write;
    use crate::project;

    /// The maximum size of a preview image in bytes: newsletters send it to everyone.
    const BUDGET: usize = 60_000;
    /// The pixels of a PNG file, three bytes each.
    struct Shown {
        width: usize,
        height: usize,
        pixels: Vec<u8>,
    }

    impl Shown {
        fn read(file: &[u8]) -> Self {
            let mut decoder = png::Decoder::new(Cursor::new(file));
            decoder.set_transformations(png::Transformations::EXPAND);
            let mut reader = decoder.read_info().expect("it is a PNG file");
            let mut pixels = vec![0; reader.output_buffer_size().expect("it has a size")];
            let info = reader.next_frame(&mut pixels).expect("it is whole");
            Self { width: info.width as usize, height: info.height as usize, pixels }
        }

        /// Returns the number of pixels in an area that differ from the background.
        fn drawn(&self, across: Range<usize>, down: Range<usize>) -> usize {
            // One corner has the color of the paper, the other that of the panel with the radar.
            let empty = [&self.pixels[..3], &self.pixels[(self.width - 1) * 3..self.width * 3]];
            let rows = self.pixels.chunks(self.width * 3).take(down.end).skip(down.start);
            let pixels = rows.flat_map(|row| row.chunks(3).take(across.end).skip(across.start));
            pixels.filter(|pixel| !empty.contains(pixel)).count()
        }
    }

    fn card(id: &str, path: &Path) -> Vec<u8> {
        let file = project("frameworks").join(format!("{id}.json"));
        let text = fs::read_to_string(file).expect("a published framework has a file");
        let framework = framework_file::read(&text).expect("the tests of the crate read it too");
        write(&framework, path).expect("the card is drawn");
        fs::read(path).expect("and written")
    }

    // One test, because the first image installs the fonts.
    #[test]
    fn every_framework_has_a_card_with_text_that_fits() {
        let path = std::env::temp_dir().join(format!("next-rung-card-{}.png", std::process::id()));
        for id in PUBLISHED {
            let file = card(id, &path);
            assert!(file.len() < BUDGET, "{id} takes {} bytes", file.len());
            let shown = Shown::read(&file);
            assert_eq!((shown.width, shown.height), (1200, 630));
            let title = shown.drawn(64..580, 120..390);
            assert!(title > 8_000, "{id} has no title: {title} pixels are drawn");
            let caption = shown.drawn(700..1120, 530..570);
            assert!(caption > 1_000, "{id} has no caption below its radar: {caption} pixels are drawn");
            let edges =
                [(0..64, 0..630), (580..630, 0..630), (1180..1200, 0..630), (0..1200, 0..40), (0..1200, 580..630)];
            for (across, down) in edges {
                assert_eq!(shown.drawn(across.clone(), down.clone()), 0, "{id} leaves no room at {across:?} {down:?}");
            }
        }
        let id = PUBLISHED[0];
        assert!(card(id, &path) == card(id, &path), "two drawings of the same card differ");
        fs::remove_file(path).expect("it was written");
    }
}
