"""`scrapy report`: one HTML file that tells what the corpus holds, with charts; exhibits, drawing, page."""
