"""Resources: what a place has, produces or exports of nature."""
