/* global document */

/** A drawn photo of a meeting, for whoever has none at hand. A JPEG of about 30 KB. */
export function samplePicture() {
  const canvas = document.createElement('canvas')
  canvas.width = 960
  canvas.height = 640
  const pen = canvas.getContext('2d')
  drawHall(pen)
  drawBanner(pen)
  drawAudience(pen)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.8))
}

function drawHall(pen) {
  const wall = pen.createLinearGradient(0, 0, 0, 640)
  wall.addColorStop(0, '#f6e7cf')
  wall.addColorStop(1, '#d9b98c')
  pen.fillStyle = wall
  pen.fillRect(0, 0, 960, 640)
  pen.fillStyle = '#8a5a33'
  pen.fillRect(0, 400, 960, 240)
  pen.fillStyle = '#6d4426'
  pen.fillRect(400, 300, 160, 110)
}

function drawBanner(pen) {
  pen.fillStyle = '#b3261e'
  pen.fillRect(90, 60, 780, 130)
  pen.fillStyle = '#ffd24a'
  pen.textAlign = 'center'
  pen.font = 'bold 44px system-ui, sans-serif'
  pen.fillText('HỘI NGHỊ TUYÊN TRUYỀN', 480, 118)
  pen.font = '26px system-ui, sans-serif'
  pen.fillText('(ảnh vẽ để chạy thử)', 480, 164)
}

function drawAudience(pen) {
  const shirts = ['#3d5a80', '#ee6c4d', '#4f772d', '#6a4c93', '#1d3557', '#b56576']
  for (let row = 0; row < 3; row += 1) {
    for (let seat = 0; seat < 9 + row; seat += 1) {
      const x = 60 + seat * (900 / (9 + row)) + row * 6
      const y = 440 + row * 70
      pen.fillStyle = shirts[(seat * 2 + row) % shirts.length]
      pen.beginPath()
      pen.ellipse(x, y + 58, 38, 44, 0, Math.PI, 0)
      pen.fill()
      pen.fillStyle = '#2b2118'
      pen.beginPath()
      pen.arc(x, y, 20, 0, Math.PI * 2)
      pen.fill()
    }
  }
}
