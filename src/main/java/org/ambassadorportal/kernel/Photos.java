package org.ambassadorportal.kernel;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import org.jspecify.annotations.Nullable;

/**
 * Makes a harmless photograph of whatever was uploaded: it is decoded and drawn anew as a JPEG, so that no EXIF (where
 * and when it was taken) and nothing hidden in the file survives.
 */
public final class Photos {

    /** The longer side of a stored photograph, in pixels. */
    public static final int SIDE = 640;

    /** The largest file that is looked at. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final long MOST_PIXELS = 60_000_000;
    private static final Set<String> FORMATS = Set.of("jpeg", "jpg", "png", "gif", "bmp");

    private Photos() {}

    /**
     * The photograph as a JPEG of at most {@link #SIDE} pixels.
     *
     * @param field the form's field, named by the refusal
     * @throws Refusal when it is too large, or no picture of a kind we can read
     */
    public static byte[] reencode(String field, byte[] uploaded) {
        if (uploaded.length > LARGEST) throw new Refusal(field, "photo.large", LARGEST / 1024 / 1024);
        try {
            var picture = decode(uploaded);
            if (picture == null) throw new Refusal(field, "photo.unreadable");
            return jpeg(draw(picture));
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof Refusal refusal) throw refusal;
            throw new Refusal(field, "photo.unreadable");
        }
    }

    private static @Nullable BufferedImage decode(byte[] uploaded) throws IOException {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(uploaded))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) return null;
            ImageReader reader = readers.next();
            try {
                if (!FORMATS.contains(reader.getFormatName().toLowerCase(java.util.Locale.ROOT))) return null;
                reader.setInput(input, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                // The size is read from the head of the file, before a bomb of pixels is unpacked.
                if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) return null;
                ImageReadParam every = reader.getDefaultReadParam();
                int step = Math.max(1, Math.min(width, height) / (2 * SIDE));
                every.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, every);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage draw(BufferedImage picture) {
        double scale = Math.min(1.0, (double) SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = drawn.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, width, height);
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            pen.drawImage(picture, 0, 0, width, height, null);
        } finally {
            pen.dispose();
        }
        return drawn;
    }

    private static byte[] jpeg(BufferedImage picture) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            var quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(0.88f);
            writer.write(null, new IIOImage(picture, null, null), quality);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
